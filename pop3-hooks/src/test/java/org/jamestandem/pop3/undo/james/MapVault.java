package org.jamestandem.pop3.undo.james;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.task.Task;
import org.apache.james.vault.DeletedMessage;
import org.apache.james.vault.DeletedMessageContentNotFoundException;
import org.apache.james.vault.DeletedMessageVault;
import org.apache.james.vault.search.Query;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A vault that a test fills by hand. */
final class MapVault implements DeletedMessageVault {
    final Map<String, byte[]> texts = new ConcurrentHashMap<>();

    @Override
    public Publisher<Void> append(DeletedMessage message, InputStream text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Publisher<InputStream> loadMimeMessage(Username owner, MessageId message) {
        return Mono.justOrEmpty(texts.get(message.serialize()))
                .<InputStream>map(ByteArrayInputStream::new)
                .switchIfEmpty(
                        Mono.error(
                                () -> new DeletedMessageContentNotFoundException(owner, message)));
    }

    @Override
    public Publisher<Void> delete(Username owner, MessageId message) {
        return Mono.fromRunnable(() -> texts.remove(message.serialize()));
    }

    @Override
    public Publisher<DeletedMessage> search(Username owner, Query query) {
        return Flux.empty();
    }

    @Override
    public Task deleteExpiredMessagesTask() {
        throw new UnsupportedOperationException();
    }
}
