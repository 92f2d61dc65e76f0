package org.jamestandem.imap.acl.james;

import java.io.IOException;
import java.util.Locale;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;
import org.apache.james.imap.message.response.CapabilityResponse;

/**
 * Writes CAPABILITY as James does, but for the rights: James makes every name upper case, and
 * rights are lower case letters (RFC 4314 §7).
 */
public final class CapabilityEncoder implements ImapResponseEncoder<CapabilityResponse> {
    private static final String RIGHTS = "RIGHTS=";

    @Override
    public Class<CapabilityResponse> acceptableMessages() {
        return CapabilityResponse.class;
    }

    @Override
    public void encode(CapabilityResponse response, ImapResponseComposer composer)
            throws IOException {
        composer.untagged().message("CAPABILITY");
        for (Capability capability : response.getCapabilities()) {
            composer.message(text(capability.asString()));
        }
        composer.end();
    }

    private static String text(String name) {
        return name.startsWith(RIGHTS)
                ? RIGHTS + name.substring(RIGHTS.length()).toLowerCase(Locale.ROOT)
                : name;
    }
}
