/** What was measured, for people to read. */
package org.jamestandem.benchmarks.report;
