/**
 * Typed reading of {@code tandem.xml}: each error names file, path, value, what is expected, and a
 * correct example.
 */
package org.jamestandem.kernel.settings;
