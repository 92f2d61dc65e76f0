package org.jamestandem.mailets.notice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.mail.BodyPart;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;

/** Which parts of a message its reader sees as its text. */
final class Bodies {
    private static final int DEEPEST = 20;
    private static final List<String> SEALED =
            List.of(
                    "multipart/signed",
                    "multipart/encrypted",
                    "application/pkcs7-mime",
                    "application/x-pkcs7-mime",
                    "application/pgp-encrypted");

    private Bodies() {}

    /**
     * The text: one part, or the alternatives of one. None when there is no text, and when anything
     * in the message is signed or encrypted.
     *
     * @throws IOException when a part cannot be read
     */
    static List<Part> of(Part message) throws MessagingException, IOException {
        return isSealed(message, 0) ? List.of() : text(message, 0);
    }

    /** All parts of the message that this one is in; empty when it is the message. */
    static Optional<Multipart> parts(Part part) {
        Optional<Multipart> parts = Optional.empty();
        Part child = part;
        while (child instanceof BodyPart inner && inner.getParent() != null) {
            parts = Optional.of(inner.getParent());
            child = inner.getParent().getParent();
        }
        return parts;
    }

    private static boolean isSealed(Part part, int depth) throws MessagingException, IOException {
        for (String type : SEALED) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        for (Part child : children(part, depth)) {
            if (isSealed(child, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static List<Part> text(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") || part.isMimeType("text/html")) {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                    ? List.of()
                    : List.of(part);
        }
        boolean alternatives = part.isMimeType("multipart/alternative");
        List<Part> found = new ArrayList<>();
        for (Part child : children(part, depth)) {
            if (alternatives || found.isEmpty()) {
                found.addAll(text(child, depth + 1));
            }
        }
        return found;
    }

    private static List<Part> children(Part part, int depth)
            throws MessagingException, IOException {
        if (depth == DEEPEST || !part.isMimeType("multipart/*")) {
            return List.of();
        }
        Multipart parts = (Multipart) part.getContent();
        List<Part> children = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            children.add(parts.getBodyPart(i));
        }
        return children;
    }
}
