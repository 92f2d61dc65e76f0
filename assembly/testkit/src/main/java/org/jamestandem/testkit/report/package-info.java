/** What the test command says at its end. */
package org.jamestandem.testkit.report;
