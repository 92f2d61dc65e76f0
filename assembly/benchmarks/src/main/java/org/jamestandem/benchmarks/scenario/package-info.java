/** What is done with a server while it is measured. */
package org.jamestandem.benchmarks.scenario;
