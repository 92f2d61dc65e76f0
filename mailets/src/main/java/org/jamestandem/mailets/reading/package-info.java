/** Matchers that ask how each recipient reads his mail. */
package org.jamestandem.mailets.reading;
