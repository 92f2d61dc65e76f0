/** Side-by-side measurements of mail servers: docs/operate/benchmarks.md. */
package org.jamestandem.benchmarks;
