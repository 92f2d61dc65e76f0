/** Mailets and matchers, a package for each purpose, and the module that configures them. */
package org.jamestandem.mailets;
