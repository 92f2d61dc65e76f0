package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.apache.james.imap.api.display.Localizer;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.StatusResponseEncoder;
import org.apache.james.imap.message.response.ImmutableStatusResponse;

/**
 * James' status responses, but for an empty list of permanent flags, whose brackets James leaves
 * out (RFC 3501 §7.1).
 */
public final class StatusEncoder extends StatusResponseEncoder {
    @Inject
    StatusEncoder(Localizer localizer) {
        super(localizer);
    }

    @Override
    public void encode(ImmutableStatusResponse response, ImapResponseComposer composer)
            throws IOException {
        if (Optional.ofNullable(response.getResponseCode())
                .filter(StatusEncoder::none)
                .isPresent()) {
            composer.untagged()
                    .message("OK")
                    .message("[PERMANENTFLAGS ()]")
                    .message("No permanent flags permitted")
                    .end();
        } else {
            super.encode(response, composer);
        }
    }

    private static boolean none(ResponseCode code) {
        return code.getCode().equals("PERMANENTFLAGS") && code.getParameters().isEmpty();
    }
}
