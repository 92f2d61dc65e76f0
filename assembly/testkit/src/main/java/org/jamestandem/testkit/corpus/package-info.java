/** Mail for tests and measurements, made from a seed: the same seed gives the same octets. */
package org.jamestandem.testkit.corpus;
