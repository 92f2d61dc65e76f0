/** Servers under measurement: ours, James as it is, and others. */
package org.jamestandem.benchmarks.servers;
