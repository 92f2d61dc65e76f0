package org.jamestandem.mailets.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.internet.ContentType;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.Domain;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.mailets.settings.Parameters;
import org.jamestandem.mailets.settings.PresentationMailet;
import org.jamestandem.mailets.settings.Template;
import org.jsoup.nodes.Entities;

/**
 * Puts a notice into the text of a mail, plain and HTML, once however often the mail passes.
 * Attachments stay as they are, and so does all of a mail that is signed or encrypted.
 *
 * <p>Parameters: {@code text}, required, and {@code html}, by default the same as a paragraph, are
 * Mustache templates that know {@code sender} and {@code domain}; {@code place}, {@code top} or
 * {@code bottom}.
 */
public class AddNotice extends PresentationMailet {
    private static final String TEXT = "text";
    private static final String HTML = "html";
    private static final String PLACE = "place";
    private static final String INLINE_PGP = "-----BEGIN PGP ";
    private static final SettingFormat<String> TEMPLATE =
            SettingFormats.of(
                    AddNotice::template,
                    "a Mustache template of 1 to 10000 characters",
                    "From outside: {{sender}}");

    private Template text;
    private Template html;
    private Place place;
    private AttributeName done;

    @Override
    public void init() throws MessagingException {
        Parameters parameters =
                Parameters.ofMailet(AddNotice.class, getMailetConfig(), List.of(TEXT, HTML, PLACE));
        String written =
                parameters
                        .value(TEXT, TEMPLATE)
                        .orElseThrow(
                                () ->
                                        new MessagingException(
                                                "AddNotice: text is missing; expected "
                                                        + TEMPLATE.expected()
                                                        + ", for example <text>"
                                                        + TEMPLATE.example()
                                                        + "</text>"));
        text = Template.plain(written);
        html =
                Template.html(
                        parameters
                                .value(HTML, TEMPLATE)
                                .orElse("<p>" + Entities.escape(written) + "</p>"));
        place = parameters.value(PLACE, SettingFormats.oneOf(Place.class)).orElse(Place.TOP);
        done =
                AttributeName.of(
                        "org.jamestandem.notice."
                                + UUID.nameUUIDFromBytes(written.getBytes(StandardCharsets.UTF_8)));
    }

    /** James looks at the parts of a message again only when they are set. */
    @Override
    protected void present(Mail mail) throws MessagingException {
        MimeMessage message = mail.getMessage();
        if (mail.getAttribute(done).isPresent()) {
            return;
        }
        Map<Part, String> changed = changed(message, values(mail));
        if (changed.isEmpty()) {
            return;
        }
        String messageId = message.getMessageID();
        for (Map.Entry<Part, String> part : changed.entrySet()) {
            write(part.getKey(), part.getValue());
        }
        Optional<Multipart> parts = Bodies.parts(changed.keySet().iterator().next());
        if (parts.isPresent()) {
            message.setContent(parts.orElseThrow());
        }
        message.saveChanges();
        if (messageId != null) {
            message.setHeader("Message-ID", messageId);
        }
        mail.setAttribute(new Attribute(done, AttributeValue.of(true)));
    }

    @Override
    public String getMailetInfo() {
        return "Puts a notice at the " + SettingFormats.word(place);
    }

    /** All is read before anything is written, so that a mail is changed as a whole or not. */
    private Map<Part, String> changed(MimeMessage message, Map<String, Object> values)
            throws MessagingException {
        Map<Part, String> changed = new LinkedHashMap<>();
        try {
            for (Part part : Bodies.of(message)) {
                String before = part.getContent().toString();
                if (before.contains(INLINE_PGP)) {
                    return Map.of();
                }
                changed.put(
                        part,
                        part.isMimeType("text/html")
                                ? place.inHtml(before, html.fill(values))
                                : place.in(before, text.fill(values)));
            }
        } catch (IOException e) {
            throw new MessagingException("the text cannot be read", e);
        }
        return changed;
    }

    /** Keeps what else the type says, such as {@code format=flowed} (RFC 3676). */
    private static void write(Part part, String content) throws MessagingException {
        ContentType type = new ContentType(part.getContentType());
        type.setParameter("charset", StandardCharsets.UTF_8.name());
        part.setContent(content, type.toString());
        part.setHeader("Content-Type", type.toString());
        part.removeHeader("Content-Transfer-Encoding");
    }

    private static Map<String, Object> values(Mail mail) {
        Optional<MailAddress> sender = mail.getMaybeSender().asOptional();
        return Map.of(
                "sender",
                sender.map(address -> address.asString()).orElse(""),
                "domain",
                sender.map(address -> address.getDomain()).map(Domain::asString).orElse(""));
    }

    private static String template(String text) {
        if (text.isBlank() || text.length() > 10_000) {
            throw new IllegalArgumentException("empty or too long");
        }
        Template.plain(text);
        return text;
    }
}
