package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;

/** LANG (RFC 6856 §3). Answers are in English, the one language there is to choose. */
final class LangCommand extends Command {
    private static final String ENGLISH = "en";
    private static final String ANY = "*";

    @Inject
    LangCommand(MetricFactory metrics) {
        super(metrics, "LANG");
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) throws Refusal {
        if (arguments.isEmpty()) {
            return new StreamedResponse(
                    "languages follow", new LineStream(List.of(ENGLISH + " English").iterator()));
        }
        String range = arguments.expect(1, "LANG [language-range]").words().get(0);
        if (!includesEnglish(range.toLowerCase(Locale.ROOT))) {
            throw Refusal.because("no such language here");
        }
        return Replies.ok(ENGLISH + " answers are in English");
    }

    /** RFC 4647 §3.4: a range that nothing matches is tried again without its last part. */
    private static boolean includesEnglish(String range) {
        return range.equals(ANY) || range.equals(ENGLISH) || range.startsWith(ENGLISH + "-");
    }
}
