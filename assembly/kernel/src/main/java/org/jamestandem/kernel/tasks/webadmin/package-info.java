/** Resumes tasks over webadmin. */
package org.jamestandem.kernel.tasks.webadmin;
