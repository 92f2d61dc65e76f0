package org.jamestandem.pop3.session.james;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.protocols.api.StreamResponse;
import org.apache.james.protocols.pop3.POP3Response;

/** An answer whose text is made and sent as the client reads it. */
final class StreamedResponse implements StreamResponse {
    private final AtomicBoolean over = new AtomicBoolean();
    private final InputStream answer;
    private Runnable whenOver = () -> {};

    StreamedResponse(String headline, InputStream text) {
        answer = new AnswerText(POP3Response.OK_RESPONSE + " " + headline, text);
    }

    /** What to do once it has been sent, or cannot be any more. To be said before it is written. */
    void whenOver(Runnable action) {
        whenOver = action;
    }

    @Override
    public String getRetCode() {
        return POP3Response.OK_RESPONSE;
    }

    /** None: the first line is part of the stream, so that a short answer is one piece. */
    @Override
    public List<CharSequence> getLines() {
        return List.of();
    }

    @Override
    public boolean isEndSession() {
        return false;
    }

    @Override
    public InputStream getStream() {
        return new FilterInputStream(answer) {
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
