/** Why a mail is where it is: what our mailets did to it, for each recipient. */
package org.jamestandem.mailets.decisions;
