package org.jamestandem.pop3.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.task.Hostname;
import org.apache.james.task.MemoryTaskManager;
import org.apache.james.task.TaskId;
import org.jamestandem.kernel.tasks.WorkDetails;
import org.jamestandem.kernel.tasks.Works;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.Expiry;
import org.jamestandem.pop3.policy.LegalHold;
import org.jamestandem.pop3.policy.LoginDelay;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.sweep.memory.MemorySweepState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookAfterChangeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final Username ANNA = Username.of("anna@example.org");
    private static final PolicyScope DOMAIN = new PolicyScope.OfDomain(Domain.of("example.org"));
    private static final Policy MONTH = Policy.STOCK.with(expiry(30));

    private final SweepState state = new MemorySweepState(CLOCK);
    private final MemoryTaskManager tasks = new MemoryTaskManager(new Hostname("here"));
    private final LookAfterChange look = new LookAfterChange(state, new Works(CLOCK), tasks, CLOCK);

    @AfterEach
    void stop() {
        tasks.stop();
    }

    @Test
    void anExpiryThatIsEnabledForADomainIsLookedAtOnceByATask() {
        String id = look.changed(DOMAIN, Policy.STOCK, MONTH).block(PATIENCE);
        assertThat(tasks.getExecutionDetails(TaskId.fromString(id)).getAdditionalInformation())
                .map(WorkDetails.class::cast)
                .hasValueSatisfying(
                        details -> {
                            assertThat(details.order().work()).isEqualTo(SweepWork.NAME);
                            assertThat(details.order().parameters())
                                    .containsEntry(SweepWork.DOMAIN, "example.org")
                                    .containsEntry(SweepWork.DRY_RUN, "false");
                        });
    }

    @Test
    void everythingThatMayEndSomethingIsLookedAt() {
        Policy week = Policy.STOCK.with(expiry(7));
        Policy held = MONTH.with(LegalHold.ON);
        for (Policy before : new Policy[] {MONTH, held, week.with(LegalHold.ON)}) {
            assertThat(started(before, week)).as(before.toString()).isPresent();
        }
        assertThat(started(held, MONTH)).isPresent();
    }

    @Test
    void nothingElseIs() {
        assertThat(started(MONTH, Policy.STOCK)).isEmpty();
        assertThat(started(MONTH, MONTH.with(new LoginDelay(Duration.ofSeconds(60))))).isEmpty();
        assertThat(started(Policy.STOCK, MONTH.with(LegalHold.ON))).isEmpty();
        assertThat(tasks.list()).isEmpty();
    }

    @Test
    void theMaildropOfAUserIsNotedForTheNextRound() {
        assertThat(
                        look.changed(new PolicyScope.Own(ANNA), Policy.STOCK, MONTH)
                                .blockOptional(PATIENCE))
                .isEmpty();
        assertThat(state.days(ANNA, TODAY, TODAY).collectList().block(PATIENCE))
                .containsExactly(TODAY);
        assertThat(tasks.list()).isEmpty();
    }

    private Optional<String> started(Policy before, Policy after) {
        return look.changed(DOMAIN, before, after).blockOptional(PATIENCE);
    }

    private static Expiry expiry(long days) {
        return new Expiry.After(
                Duration.ofDays(days), Expiry.When.DELIVERED, Disposition.TRASH, true);
    }
}
