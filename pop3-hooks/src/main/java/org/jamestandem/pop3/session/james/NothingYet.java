package org.jamestandem.pop3.session.james;

import java.util.List;
import org.apache.james.protocols.api.Response;

/**
 * What James is given while the answer is not there: it writes no octet of it. Null would do, were
 * it not for James' own monitors, which are there unless {@code enableJmx} is false and look into
 * every answer.
 */
enum NothingYet implements Response {
    INSTANCE;

    @Override
    public String getRetCode() {
        return "";
    }

    @Override
    public List<CharSequence> getLines() {
        return List.of();
    }

    @Override
    public boolean isEndSession() {
        return false;
    }
}
