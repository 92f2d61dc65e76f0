/** What this feature keeps under a user's name follows the user. */
package org.jamestandem.pop3.account;
