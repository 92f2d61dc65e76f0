/** Text of HTML, within bounds. */
package org.jamestandem.distribution.html;
