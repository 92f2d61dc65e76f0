/**
 * Mail that is held back from a recipient who would not find it in a folder: a digest lists it, and
 * one click releases it.
 */
package org.jamestandem.mailets.hold;
