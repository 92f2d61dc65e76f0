/** Mail clients that measure what they do and understand as little of it as possible. */
package org.jamestandem.benchmarks.client;
