/**
 * Runs text files in which a client talks to a mail server: one file, one behaviour, on every form
 * of the server.
 *
 * <pre>{@code
 * # RFC 1939 §6: without QUIT nothing is deleted
 * # accounts: bob classic
 * # mail: bob simple.eml
 * C: DELE 1
 * S: \+OK .*
 * -- drop the connection, reconnect as bob --
 * C: STAT
 * S: \+OK 1 .*
 * }</pre>
 *
 * <p>The file lies in a folder named after its protocol: {@code pop3}, {@code imap}, {@code smtp},
 * {@code lmtp}. Encoding UTF-8. Empty lines and further lines with {@code #} are comments.
 *
 * <p><b>Header</b>, lines with {@code #} before the first step:
 *
 * <ul>
 *   <li>first line: {@code # RFC 1939 §6: what the file shows}; required, several RFCs with commas
 *   <li>{@code # accounts: anna hide, bob classic}: fresh users, each with a kind the server form
 *       knows ({@code hide} when left out: the distribution's default policy)
 *   <li>{@code # mail: bob simple.eml, bob/Trash html.eml}: stored by IMAP APPEND before the
 *       dialogue, in this order
 *   <li>{@code # forms: stock, embedded}: only on these server forms; all forms when left out
 * </ul>
 *
 * <p>With accounts, the dialogue starts logged in as the first one (greeting and login are not part
 * of the file; IMAP selects nothing). Without accounts, or when the first step opens a connection,
 * it starts before the greeting.
 *
 * <p><b>Lines</b>
 *
 * <ul>
 *   <li>{@code C: text}: send the text and CRLF
 *   <li>{@code S: regex}: the next line from the server matches as a whole (Java regular
 *       expression; {@code .} also matches line ends). In IMAP, a line that ends in a literal goes
 *       on through the literal, CRLF included
 *   <li>{@code S?: regex}: this line may come
 *   <li>{@code S*: regex}: any number of such lines, up to one that the next {@code S:} matches.
 *       {@code S*: (?!.*EXPUNGE).*} lets everything pass but EXPUNGE
 *   <li>{@code S&: regex}: neighbours marked so may come in any order; an {@code S*} line before
 *       the first of them lets its lines come between them too
 * </ul>
 *
 * <p>{@code S?} and {@code S*} must be followed by {@code S:} or {@code S&:}, so that the runner
 * knows where to stop.
 *
 * <p><b>Variables</b> are written <code>${name}</code>; in {@code S} lines they stand for their
 * literal text. A named group captures one: <code>S: 1 (?&lt;first&gt;\S+)</code>, later <code>
 * ${first}</code>. Given are:
 *
 * <ul>
 *   <li><code>${bob}</code> login name, <code>${bob.local}</code> without its domain, <code>
 *       ${bob.password}</code>, <code>${bob.plain}</code> SASL PLAIN in base64
 *   <li><code>${file:simple.eml}</code> the message with CRLF, <code>${octets:simple.eml}</code>
 *       its length
 *   <li><code>${base64:text}</code>, and <code>${0xFF}</code> for one octet
 * </ul>
 *
 * <p><b>Steps</b> stand between double dashes:
 *
 * <ul>
 *   <li>{@code -- connect --}: new connection without login; the greeting is the next line. The old
 *       one is dropped
 *   <li>{@code -- connect as bob --}: new connection, logged in. {@code bob+phone} logs in with
 *       that device
 *   <li>{@code -- drop the connection --}, {@code -- drop the connection, reconnect as bob --}:
 *       without QUIT or LOGOUT
 *   <li>{@code -- session two: imap as bob --}: opens a second connection, of any protocol, beside
 *       the first and continues there; {@code as bob} may be left out
 *   <li>{@code -- session two --}: continues there. The first session is called {@code one}
 *   <li>{@code -- mail: bob simple.eml --}: as in the header, now
 *   <li>{@code -- start TLS --}: after the server agreed to STLS or STARTTLS
 *   <li>{@code -- the server closes the connection --}
 * </ul>
 */
package org.jamestandem.testkit.transcript;
