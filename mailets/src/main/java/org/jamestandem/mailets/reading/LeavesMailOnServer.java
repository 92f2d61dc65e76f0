package org.jamestandem.mailets.reading;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.kernel.activity.ReadingHabits;
import org.jamestandem.mailets.settings.Parameters;

/**
 * Matches the recipients of whom some device lately downloaded mail by POP3 and did not delete all
 * of it. Condition {@code [within=90d]}.
 */
public class LeavesMailOnServer extends HabitMatcher {
    @Inject
    public LeavesMailOnServer(ReaderActivity activity, UsersRepository users, Clock clock) {
        super(activity, users, clock);
    }

    @Override
    public void init() throws MessagingException {
        readWithin(
                Parameters.ofCondition(
                        LeavesMailOnServer.class, getMatcherConfig(), WITHIN, List.of(WITHIN)));
    }

    @Override
    boolean matches(ReadingHabits habits, Instant since) {
        return habits.leavesMail(since);
    }

    @Override
    public String getMatcherInfo() {
        return "Recipients who leave mail on the server";
    }
}
