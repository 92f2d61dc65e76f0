/**
 * Moves or removes messages whose time is over. Buckets of maildrops by due day say where to look;
 * what happens is decided anew from today's policy and from who has taken what.
 */
package org.jamestandem.pop3.sweep;
