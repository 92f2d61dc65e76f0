package org.jamestandem.imap.search;

import java.util.List;
import java.util.Locale;
import org.jamestandem.imap.text.AddressField;
import org.jamestandem.imap.text.AttachmentText;
import org.jamestandem.imap.text.HeaderLine;
import org.jamestandem.imap.text.MessageText;

/** A key that only the message itself can answer. The answer never changes. */
public sealed interface ContentKey {
    /** What to do with each kind of key. */
    interface Cases<R> {
        R header(Header key);

        R address(Address key);

        R body(Body key);

        R text(Text key);

        R sent(Sent key);

        R attachmentName(AttachmentName key);

        R attachmentBody(AttachmentBody key);
    }

    /** Applies the case that fits. */
    <R> R fold(Cases<R> cases);

    /** Whether the message with that text matches. */
    boolean matches(MessageText message);

    /** Whether the header alone decides. */
    default boolean inHeader() {
        return true;
    }

    /**
     * HEADER and SUBJECT: in a field of that name. The empty string asks for the field only.
     *
     * @param name in lower case
     */
    record Header(String name, Needle needle) implements ContentKey {
        public Header {
            name = name.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean matches(MessageText message) {
            return message.values(name).anyMatch(needle::isIn);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.header(this);
        }
    }

    /**
     * FROM, TO, CC, BCC: in the field as it stands, or in its addresses written as {@code Name
     * <local@domain>}.
     */
    record Address(AddressField field, Needle needle) implements ContentKey {
        @Override
        public boolean matches(MessageText message) {
            return message.values(field.lowerCaseName()).anyMatch(needle::isIn)
                    || message.addresses().getOrDefault(field, List.of()).stream()
                            .anyMatch(needle::isIn);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.address(this);
        }
    }

    /** BODY. */
    record Body(Needle needle) implements ContentKey {
        @Override
        public boolean matches(MessageText message) {
            return needle.isEmpty() || message.body().stream().anyMatch(needle::isIn);
        }

        @Override
        public boolean inHeader() {
            return false;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.body(this);
        }
    }

    /** TEXT: in the body, or in a field of the header with its name. */
    record Text(Needle needle) implements ContentKey {
        @Override
        public boolean matches(MessageText message) {
            return new Body(needle).matches(message)
                    || message.header().stream().map(HeaderLine::line).anyMatch(needle::isIn);
        }

        @Override
        public boolean inHeader() {
            return false;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /**
     * SENTBEFORE, SENTON, SENTSINCE: by the day in the Date field, whatever its zone. Never matches
     * without one.
     */
    record Sent(DateTest test) implements ContentKey {
        @Override
        public boolean matches(MessageText message) {
            return message.sent().filter(test::holdsFor).isPresent();
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.sent(this);
        }
    }

    /** A string in the name of an attachment. The empty one asks for an attachment with a name. */
    record AttachmentName(Needle needle) implements ContentKey {
        @Override
        public boolean matches(MessageText message) {
            return message.attachments().stream()
                    .flatMap(attachment -> attachment.name().stream())
                    .anyMatch(needle::isIn);
        }

        @Override
        public boolean inHeader() {
            return false;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.attachmentName(this);
        }
    }

    /** A string in the text of an attachment. The empty one asks for an attachment. */
    record AttachmentBody(Needle needle) implements ContentKey {
        @Override
        public boolean matches(MessageText message) {
            return message.attachments().stream().anyMatch(this::isIn);
        }

        private boolean isIn(AttachmentText attachment) {
            return needle.isEmpty() || attachment.text().filter(needle::isIn).isPresent();
        }

        @Override
        public boolean inHeader() {
            return false;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.attachmentBody(this);
        }
    }
}
