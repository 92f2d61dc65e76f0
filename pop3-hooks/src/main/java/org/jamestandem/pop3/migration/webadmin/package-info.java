/** Imports of unique-ids, for operators. */
package org.jamestandem.pop3.migration.webadmin;
