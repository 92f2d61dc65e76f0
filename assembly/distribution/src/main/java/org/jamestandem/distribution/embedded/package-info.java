/** The form that keeps everything in memory. */
package org.jamestandem.distribution.embedded;
