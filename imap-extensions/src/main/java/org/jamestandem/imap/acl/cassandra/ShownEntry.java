package org.jamestandem.imap.acl.cassandra;

import java.util.Set;
import java.util.stream.Collectors;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.Rights;

/** An entry as one text: the letters, which may be none, a space, the identifier. */
final class ShownEntry {
    private ShownEntry() {}

    static Set<String> texts(Set<Grant> entries) {
        return entries.stream().map(ShownEntry::text).collect(Collectors.toSet());
    }

    private static String text(Grant entry) {
        return entry.rights().letters() + " " + entry.identifier().text();
    }

    static Grant read(String text) {
        int space = text.indexOf(' ');
        return new Grant(
                Identifier.parse(text.substring(space + 1)),
                Rights.parse(text.substring(0, space)));
    }
}
