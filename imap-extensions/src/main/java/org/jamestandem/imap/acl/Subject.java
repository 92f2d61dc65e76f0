package org.jamestandem.imap.acl;

/** Whom an entry is about, without its sign. */
public sealed interface Subject {
    /** Marks the name of a group. */
    String GROUP_MARKER = "$";

    /** Whether an entry about this subject applies to that requester. */
    boolean covers(Requester requester);

    /** The canonical text, as stored and as ACL responses show it. */
    String text();

    /** One account, by its canonical (lower case) login name. */
    record User(String name) implements Subject {
        public User {
            Identifier.requireName(name);
        }

        @Override
        public boolean covers(Requester requester) {
            return requester.user().equals(name);
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** The members of a group, by its canonical (lower case) name without the marker. */
    record Group(String name) implements Subject {
        public Group {
            Identifier.requireName(name);
        }

        @Override
        public boolean covers(Requester requester) {
            return requester.groups().contains(name);
        }

        @Override
        public String text() {
            return GROUP_MARKER + name;
        }
    }

    /** The reserved names. */
    enum Special implements Subject {
        /** Everybody who shares the owner's tenancy, logged in or not (RFC 4314 §2). */
        ANYONE("anyone"),
        /** Everybody who shares the owner's tenancy and has logged in. */
        AUTHENTICATED("authenticated"),
        /** Whoever owns the mailbox. */
        OWNER("owner");

        private final String text;

        Special(String text) {
            this.text = text;
        }

        @Override
        public boolean covers(Requester requester) {
            return this == OWNER ? requester.owner() : requester.tenant();
        }

        @Override
        public String text() {
            return text;
        }
    }
}
