/** The documentation as tests read it, to compare it with the code. */
package org.jamestandem.testkit.docs;
