/** Who may administer. */
package org.jamestandem.distribution.webadmin;
