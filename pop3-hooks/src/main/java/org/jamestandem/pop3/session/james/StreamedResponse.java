package org.jamestandem.pop3.session.james;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.protocols.pop3.POP3StreamResponse;

/** An answer whose text is made and sent as the client reads it. */
final class StreamedResponse extends POP3StreamResponse {
    private final AtomicBoolean over = new AtomicBoolean();
    private Runnable whenOver = () -> {};

    StreamedResponse(String headline, InputStream text) {
        super(OK_RESPONSE, headline, text);
    }

    /** What to do once it has been sent, or cannot be any more. To be said before it is written. */
    void whenOver(Runnable action) {
        whenOver = action;
    }

    @Override
    public InputStream getStream() {
        return new FilterInputStream(super.getStream()) {
            @Override
            public void close() throws IOException {
                try {
                    super.close();
                } finally {
                    if (over.compareAndSet(false, true)) {
                        whenOver.run();
                    }
                }
            }
        };
    }
}
