/** The form that keeps mail in a Cassandra, with one James on it. */
package org.jamestandem.distribution.single;
