/** Login names with a device: {@code user+device@domain}, {@code recent:user@domain}. */
package org.jamestandem.kernel.login;
