/**
 * Spam for each recipient: what scanners found, from which score on it counts, and where it goes.
 */
package org.jamestandem.mailets.spam;
