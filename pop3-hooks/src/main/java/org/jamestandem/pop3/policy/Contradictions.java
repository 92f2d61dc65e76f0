package org.jamestandem.pop3.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jamestandem.pop3.policy.Disposition.Act;

/** Options that cannot be meant together. */
final class Contradictions {
    private static final FolderName TRASH = new FolderName("Trash");

    private Contradictions() {}

    static List<String> in(Policy policy) {
        List<String> found = new ArrayList<>();
        if (policy.onDelete().hides()) {
            fillingQuotas(policy, found);
            removingWhatIsOnlyHidden(policy, found);
        }
        relocations(policy)
                .filter(where -> policy.folders().contains(where.folder()))
                .map(where -> intoTheMaildrop(where, policy))
                .forEach(found::add);
        return List.copyOf(found);
    }

    private static void fillingQuotas(Policy policy, List<String> found) {
        if (policy.expiry().equals(Expiry.NEVER) && !policy.isOnHold()) {
            found.add(
                    ("on-delete = %s keeps what POP3 clients delete, and with expire = never"
                                    + " quotas fill without end; choose an expiry, or say that it"
                                    + " is meant with acknowledge = quota-may-fill beside never")
                            .formatted(policy.onDelete().words().text()));
        }
    }

    private static void removingWhatIsOnlyHidden(Policy policy, List<String> found) {
        if (policy.onRetrieve().equals(RetrieveRule.DELETE)) {
            found.add(
                    ("on-retrieve = delete removes for everybody what on-delete = %s would keep"
                                    + " for IMAP; choose on-delete = classic with it")
                            .formatted(policy.onDelete().words().text()));
        }
    }

    private static String intoTheMaildrop(Relocation where, Policy policy) {
        return "%s moves messages to %s, which folders = %s offers again"
                .formatted(
                        where.option(),
                        where.folder(),
                        policy.options().get(OptionName.FOLDERS).words().text());
    }

    private static Stream<Relocation> relocations(Policy policy) {
        Stream<Relocation> expiry =
                policy.expiry() instanceof Expiry.After after
                        ? relocation(OptionName.EXPIRE, after.action())
                        : Stream.empty();
        return Stream.of(
                        policy.onRetrieve().dispositions().stream()
                                .flatMap(one -> relocation(OptionName.ON_RETRIEVE, one)),
                        relocation(OptionName.ON_DELETE, policy.onDelete().disposition()),
                        expiry)
                .flatMap(all -> all);
    }

    private static Stream<Relocation> relocation(OptionName name, Disposition disposition) {
        return Stream.of(disposition)
                .filter(Disposition::relocates)
                .map(
                        one ->
                                new Relocation(
                                        name.word() + " = " + one.word(),
                                        one.act() == Act.TRASH
                                                ? TRASH
                                                : new FolderName(one.folder())));
    }

    private record Relocation(String option, FolderName folder) {}
}
