/** The folders of a server and what is read from them. */
package org.jamestandem.distribution.configuration;
