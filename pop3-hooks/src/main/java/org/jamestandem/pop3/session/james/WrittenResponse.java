package org.jamestandem.pop3.session.james;

import java.io.InputStream;
import java.util.List;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.StreamResponse;

/** An answer that tells when it has been written. */
final class WrittenResponse implements StreamResponse {
    private final Response response;
    private final Runnable whenWritten;

    /**
     * @param response null when there is nothing to say
     */
    WrittenResponse(Response response, Runnable whenWritten) {
        this.response = response;
        this.whenWritten = whenWritten;
    }

    @Override
    public String getRetCode() {
        return response == null ? "" : response.getRetCode();
    }

    @Override
    public List<CharSequence> getLines() {
        return response == null ? List.of() : response.getLines();
    }

    @Override
    public boolean isEndSession() {
        return false;
    }

    /** Nothing, written behind the answer. */
    @Override
    public InputStream getStream() {
        return new InputStream() {
            @Override
            public int read() {
                return -1;
            }

            @Override
            public void close() {
                whenWritten.run();
            }
        };
    }
}
