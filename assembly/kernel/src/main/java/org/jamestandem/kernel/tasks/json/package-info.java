/** How tasks travel between nodes and are shown. */
package org.jamestandem.kernel.tasks.json;
