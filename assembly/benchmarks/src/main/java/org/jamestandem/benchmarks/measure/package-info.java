/** Times and failures, collected and summed up. */
package org.jamestandem.benchmarks.measure;
