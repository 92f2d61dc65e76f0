package org.jamestandem.distribution.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MailboxSessionUtil;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.inmemory.InMemoryMessageId;
import org.apache.james.mailbox.inmemory.mail.InMemoryMapperProvider;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.MessageIdMapper;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageIdMapperTest;
import org.apache.james.mailbox.store.mail.model.MessageMapperTest;
import org.apache.james.mailbox.store.mail.model.MimeMessageId;
import org.apache.james.mailbox.store.mail.model.Subject;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What James asks of its own mailboxes in memory, asked of ours. */
class OrderedMailboxesTest {
    private static final MailboxSession NO_SESSION = null;

    /** James' provider, with our mappers. */
    private static final class Ours extends InMemoryMapperProvider {
        private final OrderedMappers mappers = new OrderedMappers(getClock());

        @Override
        public MailboxMapper createMailboxMapper() {
            return mappers.createMailboxMapper(NO_SESSION);
        }

        @Override
        public MessageMapper createMessageMapper() {
            return mappers.createMessageMapper(NO_SESSION);
        }

        @Override
        public MessageIdMapper createMessageIdMapper() {
            return mappers.createMessageIdMapper(NO_SESSION);
        }

        @Override
        public ModSeq generateModSeq(Mailbox mailbox) throws MailboxException {
            return mappers.getModSeqProvider().nextModSeq(mailbox);
        }

        @Override
        public ModSeq highestModSeq(Mailbox mailbox) throws MailboxException {
            return mappers.getModSeqProvider().highestModSeq(mailbox);
        }
    }

    /** James' contract of access to messages by mailbox. */
    @Nested
    class Messages extends MessageMapperTest {
        private final Ours ours = new Ours();

        @Override
        protected MapperProvider createMapperProvider() {
            return ours;
        }

        @Override
        protected UpdatableTickingClock updatableTickingClock() {
            return ours.getClock();
        }
    }

    /** James' contract of access to messages by their id. */
    @Nested
    class MessagesById extends MessageIdMapperTest {
        private final Ours ours = new Ours();

        @Override
        protected MapperProvider provideMapper() {
            return ours;
        }

        @Override
        protected UpdatableTickingClock updatableTickingClock() {
            return ours.getClock();
        }
    }

    /** Threads, without a mailbox to search in. */
    @Nested
    class Threads {
        private final MailboxSession anna = session("anna@example.org");
        private final RememberedThreads threads = new RememberedThreads(null, null);

        @Test
        void anAnswerWithTheSameSubjectBelongsToTheThread() {
            ThreadId first = thread(anna, 1, "<a@x>", "", "Lunch");

            assertThat(thread(anna, 2, "<b@x>", "<a@x>", "Re: Lunch")).isEqualTo(first);
            assertThat(thread(anna, 3, "<c@x>", "<b@x>", "Re: Lunch")).isEqualTo(first);
        }

        @Test
        void anotherSubjectOrAnotherUserIsAnotherThread() {
            ThreadId first = thread(anna, 1, "<a@x>", "", "Lunch");

            assertThat(thread(anna, 2, "<b@x>", "<a@x>", "Dinner")).isNotEqualTo(first);
            assertThat(thread(session("bob@example.org"), 3, "<b@x>", "<a@x>", "Lunch"))
                    .isNotEqualTo(first);
        }

        @Test
        void aMessageWithoutAnyMessageIdIsItsOwnThread() {
            assertThat(thread(anna, 1, "", "", "Lunch"))
                    .isNotEqualTo(thread(anna, 2, "", "", "Lunch"));
        }

        private ThreadId thread(
                MailboxSession session, long id, String own, String parent, String subject) {
            return threads.guessThreadIdReactive(
                            InMemoryMessageId.of(id),
                            Optional.of(own)
                                    .filter(text -> !text.isEmpty())
                                    .map(MimeMessageId::new),
                            Optional.empty(),
                            Optional.of(parent)
                                    .filter(text -> !text.isEmpty())
                                    .map(text -> List.of(new MimeMessageId(text))),
                            Optional.of(new Subject(subject)),
                            session)
                    .block();
        }

        private static MailboxSession session(String user) {
            return MailboxSessionUtil.create(Username.of(user));
        }
    }
}
