/** Reads decisions over webadmin. */
package org.jamestandem.mailets.decisions.webadmin;
