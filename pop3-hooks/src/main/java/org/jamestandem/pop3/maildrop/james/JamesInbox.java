package org.jamestandem.pop3.maildrop.james;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.jamestandem.pop3.maildrop.Inbox;
import org.jamestandem.pop3.maildrop.InspectedMessage;
import org.jamestandem.pop3.maildrop.Place;
import org.jamestandem.pop3.maildrop.StoredMessage;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.text.AsciiHeader;
import org.jamestandem.pop3.text.TextForm;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class JamesInbox implements Inbox {
    private static final int PORTION = 1000;

    private final MailboxManager mailboxes;
    private final MailboxSession session;
    private final UserFolders folders;
    private final MessageKeys keys;
    private final FolderListing listing;
    private final TextForm form;

    JamesInbox(
            MailboxManager mailboxes,
            MailboxSession session,
            MessageKeys keys,
            FolderListing listing,
            TextForm form) {
        this.mailboxes = mailboxes;
        this.session = session;
        this.folders = new UserFolders(mailboxes, session);
        this.keys = keys;
        this.listing = listing;
        this.form = form;
    }

    @Override
    public Username owner() {
        return folders.owner();
    }

    @Override
    public Flux<StoredMessage> list(List<FolderName> names) {
        return Flux.fromIterable(names)
                .concatMap(
                        name ->
                                folder(name)
                                        .flatMap(folder -> listing.of(name, folder, session, form))
                                        .flatMapIterable(all -> all));
    }

    @Override
    public Flux<InspectedMessage> inspect(List<FolderName> names) {
        return inFolders(
                names,
                folders::find,
                (name, message) ->
                        new InspectedMessage(
                                stored(name, message),
                                message.getFlags().contains(Flags.Flag.SEEN),
                                message.getFlags().contains(Flags.Flag.FLAGGED)));
    }

    private <T> Flux<T> inFolders(
            List<FolderName> names,
            Function<FolderName, Mono<MessageManager>> finder,
            BiFunction<FolderName, MessageResult, T> found) {
        return Flux.fromIterable(names)
                .concatMap(
                        name ->
                                finder.apply(name)
                                        .flatMapMany(
                                                folder ->
                                                        read(
                                                                folder,
                                                                MessageRange.all(),
                                                                FetchGroup.MINIMAL))
                                        .map(message -> found.apply(name, message)));
    }

    @Override
    public Mono<InputStream> text(MessageKey key, Place place) {
        return one(key, place, FetchGroup.FULL_CONTENT)
                .flatMap(
                        message ->
                                opened(() -> asTaken(message.getFullContent().getInputStream())));
    }

    /** James finds no header in a message without an empty line; then the text is header alone. */
    @Override
    public Mono<InputStream> header(MessageKey key, Place place) {
        return one(key, place, FetchGroup.HEADERS)
                .flatMap(
                        message ->
                                opened(() -> message.getHeaders().size() == 0)
                                        .flatMap(
                                                none ->
                                                        none
                                                                ? text(key, place)
                                                                : opened(() -> header(message))));
    }

    @Override
    public Mono<Void> see(Collection<Place> places) {
        return inEach(
                places,
                (folder, uids) ->
                        Flux.fromIterable(MessageRange.toRanges(uids))
                                .concatMap(range -> Mono.from(setSeen(folder, range)))
                                .then());
    }

    @Override
    public Mono<Void> relocate(Collection<List<Place>> messages, Disposition where, boolean again) {
        return new Relocation(mailboxes, session, folders)
                .move(messages, UserFolders.destination(where), again)
                .flatMap(this::expunge);
    }

    /**
     * Looks whether each folder is still there. James would otherwise take messages of a deleted
     * folder off the quota a second time.
     */
    @Override
    public Mono<Void> expunge(Collection<Place> places) {
        return inEach(
                places,
                (folder, uids) ->
                        Mono.from(mailboxes.getMailboxReactive(folder.getId(), session))
                                .flatMap(there -> expunge(there, uids))
                                .onErrorResume(
                                        MailboxNotFoundException.class, gone -> Mono.empty()));
    }

    /** In portions: each is one event, which has to fit through the event bus. */
    private Mono<Void> expunge(MessageManager folder, List<MessageUid> uids) {
        return Flux.fromIterable(uids)
                .buffer(PORTION)
                .concatMap(portion -> folder.deleteReactive(new Uids(portion), session))
                .then();
    }

    @Override
    public void release() {
        mailboxes.endProcessingRequest(session);
    }

    /** INBOX is created when it is not there. */
    private Mono<MessageManager> folder(FolderName name) {
        return name.equals(FolderName.INBOX) ? folders.findOrCreate(name) : folders.find(name);
    }

    private Mono<Void> inEach(
            Collection<Place> places,
            BiFunction<MessageManager, List<MessageUid>, Mono<Void>> action) {
        Map<FolderName, List<Place>> byFolder =
                places.stream().collect(Collectors.groupingBy(Place::folder));
        return Flux.fromIterable(byFolder.entrySet())
                .concatMap(
                        one ->
                                folders.find(one.getKey())
                                        .flatMap(
                                                folder ->
                                                        action.apply(folder, uids(one.getValue()))))
                .then();
    }

    private static List<MessageUid> uids(List<Place> places) {
        return places.stream().map(place -> MessageUid.of(place.uid())).sorted().toList();
    }

    private Publisher<?> setSeen(MessageManager folder, MessageRange range) {
        return folder.setFlagsReactive(
                new Flags(Flags.Flag.SEEN), FlagsUpdateMode.ADD, range, session);
    }

    private Mono<MessageResult> one(MessageKey key, Place place, FetchGroup what) {
        return folders.find(place.folder())
                .flatMapMany(folder -> read(folder, MessageUid.of(place.uid()).toRange(), what))
                .filter(message -> key(message).equals(key))
                .next();
    }

    private Flux<MessageResult> read(MessageManager folder, MessageRange range, FetchGroup what) {
        return Flux.from(folder.getMessagesReactive(range, what, session));
    }

    private StoredMessage stored(FolderName folder, MessageResult message) {
        return new StoredMessage(
                key(message),
                new Place(folder, message.getUid().asLong()),
                message.getSize(),
                message.getInternalDate().toInstant());
    }

    private InputStream header(MessageResult message) throws MailboxException, IOException {
        return asTaken(message.getHeaders().getInputStream());
    }

    private InputStream asTaken(InputStream text) {
        return switch (form) {
            case ASCII -> new AsciiHeader(text);
            case UTF8 -> text;
        };
    }

    private MessageKey key(MessageResult message) {
        return keys.of(message.getMessageId().serialize());
    }

    private static <T> Mono<T> opened(Callable<T> content) {
        return Mono.fromCallable(content);
    }
}
