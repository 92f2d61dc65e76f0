/** ManageSieve with TLS. */
package org.jamestandem.distribution.managesieve;
