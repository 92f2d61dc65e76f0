package org.jamestandem.pop3.sweep.webadmin;

import java.util.Optional;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.pop3.policy.webadmin.RequestedScopes;
import spark.Request;

/** How many maildrops a second a task looks at: {@code ?perSecond=}. */
final class SweepPace {
    private static final int USUAL = 50;
    private static final SettingFormat<Integer> FORMAT = SettingFormats.wholeNumber(1, 1000);

    private SweepPace() {}

    static int of(Request request) {
        return Optional.ofNullable(request.queryParams("perSecond"))
                .map(SweepPace::parsed)
                .orElse(USUAL);
    }

    private static int parsed(String text) {
        try {
            return FORMAT.parse(text);
        } catch (IllegalArgumentException e) {
            throw RequestedScopes.badRequest(
                    "perSecond = '%s' is not valid; expected %s, for example ?perSecond=50"
                            .formatted(text, FORMAT.expected()));
        }
    }
}
