/** Reading and checking the parameters of mailets and the conditions of matchers. */
package org.jamestandem.mailets.settings;
