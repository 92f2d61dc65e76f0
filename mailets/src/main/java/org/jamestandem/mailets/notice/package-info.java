/** Notices in the text of mail: a warning at its top, a footer at its bottom. */
package org.jamestandem.mailets.notice;
