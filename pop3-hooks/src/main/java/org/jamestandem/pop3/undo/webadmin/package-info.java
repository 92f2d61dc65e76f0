/** Lets an operator bring mail back. */
package org.jamestandem.pop3.undo.webadmin;
