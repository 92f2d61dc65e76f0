/** The generated certificates. */
package org.jamestandem.distribution.tls;
