package org.jamestandem.mailets.hold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.mailet.Mail;
import reactor.core.publisher.Mono;

/** Keeps what is sent. May be made to fail before it sends, or to end the sender afterwards. */
final class RecordingOutbox implements Outbox {
    final List<MimeMessage> sent = Collections.synchronizedList(new ArrayList<>());
    final List<String> resumed = Collections.synchronizedList(new ArrayList<>());
    private boolean failsBefore;
    private boolean failsAfter;

    void failBefore(boolean fail) {
        failsBefore = fail;
    }

    void failAfter(boolean fail) {
        failsAfter = fail;
    }

    @Override
    public Mono<Void> send(MimeMessage message, MailAddress recipient) {
        return Mono.defer(
                () -> {
                    if (failsBefore) {
                        return Mono.error(new IllegalStateException("before"));
                    }
                    sent.add(message);
                    return failsAfter
                            ? Mono.error(new IllegalStateException("after"))
                            : Mono.empty();
                });
    }

    @Override
    public Mono<Void> resume(Mail held, MailAddress recipient) {
        return Mono.defer(
                () -> {
                    if (failsBefore) {
                        return Mono.error(new IllegalStateException("before"));
                    }
                    resumed.add(held.getName() + " " + recipient.asString());
                    return Mono.empty();
                });
    }

    @Override
    public Mono<Boolean> arrived(Username user, String messageId) {
        return Mono.fromCallable(() -> sent.stream().anyMatch(one -> messageId.equals(id(one))));
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
