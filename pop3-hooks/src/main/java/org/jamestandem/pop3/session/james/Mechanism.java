package org.jamestandem.pop3.session.james;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;

/** A SASL mechanism in which the client speaks first, and once (RFC 5034 §4). */
interface Mechanism {
    /** Its registered name. */
    String name();

    /** Whether it can be used on this connection now. */
    boolean isAvailable(POP3Session session);

    /**
     * What the client's response comes to.
     *
     * @param encoded the response as it was sent, in base64
     * @throws Refusal when it cannot be read, or proves nothing
     */
    Response answer(POP3Session session, String encoded) throws Refusal;
}
