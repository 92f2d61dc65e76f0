/**
 * Debian's mail clients as users run them: configuration files in a home of their own, then the
 * program itself. A program that is missing skips the test loudly, or fails it where nothing may be
 * missing.
 */
package org.jamestandem.testkit.clients;
