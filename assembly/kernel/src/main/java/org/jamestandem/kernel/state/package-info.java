/** Where Tandem keeps data of its own. */
package org.jamestandem.kernel.state;
