/**
 * "Where did my mail go?": who took, hid, moved, removed or restored it, by which protocol, from
 * where, under which rule, and when.
 */
package org.jamestandem.kernel.audit;
