/** The sweeper as James starts it. */
package org.jamestandem.pop3.sweep.james;
