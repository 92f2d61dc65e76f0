package org.jamestandem.mailets.spam;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;

/** Reads what SpamAssassin and rspamd report, in the forms that they and James write it. */
final class SpamReports {
    /** {@code Yes, score=7.3 required=5.0}; James' SpamAssassin mailet writes {@code hits=}. */
    private static final List<String> STATUSES =
            List.of("org.apache.james.spamassassin.status", "org.apache.james.rspamd.status");

    /** {@code YES} or {@code NO}. */
    private static final List<String> FLAGS =
            List.of("org.apache.james.spamassassin.flag", "org.apache.james.rspamd.flag");

    private static final String NUMBER = "(-?\\d{1,6}(?:\\.\\d{1,6})?)";
    private static final Pattern NAMED_SCORE =
            Pattern.compile("\\b(?:score|hits)\\s*=\\s*" + NUMBER, Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING_SCORE = Pattern.compile("^\\s*" + NUMBER + "(?![\\w.])");

    /** {@code default: True [7.10 / 15.00]; SYMBOL(1.00)[...]}, as rspamd's milter writes it. */
    private static final Pattern RSPAMD_RESULT =
            Pattern.compile("^\\s*[\\w.-]+:\\s*(True|False)\\s*\\[" + NUMBER + "\\s*/");

    private SpamReports() {}

    /** What James' scanner mailets found for that recipient, or for all. */
    static SpamVerdict beside(Mail mail, MailAddress recipient) {
        Stream<SpamVerdict> forAll =
                Stream.concat(STATUSES.stream(), FLAGS.stream())
                        .flatMap(name -> attribute(mail, name))
                        .map(SpamReports::status);
        Stream<SpamVerdict> forOne =
                mail.getPerRecipientSpecificHeaders().getHeadersForRecipient(recipient).stream()
                        .filter(header -> isReport(header.getName()))
                        .map(header -> status(header.getValue()));
        return worst(Stream.concat(forAll, forOne));
    }

    /** What the message's own header says; nothing when there is no message. */
    static SpamVerdict inHeader(Mail mail) throws MessagingException {
        MimeMessage message = mail.getMessage();
        if (message == null) {
            return SpamVerdict.NONE;
        }
        Stream<SpamVerdict> statuses =
                Stream.concat(
                                lines(message, "X-Spam-Status"),
                                Stream.concat(
                                        lines(message, "X-Spam-Flag"), lines(message, "X-Spam")))
                        .map(SpamReports::status);
        Stream<SpamVerdict> scores =
                lines(message, "X-Spam-Score").map(text -> score(LEADING_SCORE, text));
        Stream<SpamVerdict> results =
                lines(message, "X-Spamd-Result").map(SpamReports::rspamdResult);
        return worst(Stream.of(statuses, scores, results).flatMap(found -> found));
    }

    private static boolean isReport(String name) {
        return STATUSES.contains(name) || FLAGS.contains(name);
    }

    private static Stream<String> attribute(Mail mail, String name) {
        return AttributeUtils.getValueAndCastFromMail(mail, AttributeName.of(name), String.class)
                .stream();
    }

    private static Stream<String> lines(MimeMessage message, String name)
            throws MessagingException {
        String[] lines = message.getHeader(name);
        return lines == null ? Stream.empty() : Arrays.stream(lines);
    }

    private static SpamVerdict status(String text) {
        boolean spam = text.strip().toLowerCase(Locale.ROOT).matches("(?s)yes\\b.*");
        return new SpamVerdict(spam, score(NAMED_SCORE, text).score());
    }

    private static SpamVerdict rspamdResult(String text) {
        Matcher result = RSPAMD_RESULT.matcher(text);
        if (!result.find()) {
            return SpamVerdict.NONE;
        }
        return new SpamVerdict(result.group(1).equals("True"), Double.parseDouble(result.group(2)));
    }

    private static SpamVerdict score(Pattern pattern, String text) {
        Matcher number = pattern.matcher(text);
        return number.find()
                ? new SpamVerdict(false, Double.parseDouble(number.group(1)))
                : SpamVerdict.NONE;
    }

    private static SpamVerdict worst(Stream<SpamVerdict> verdicts) {
        return verdicts.reduce(SpamVerdict.NONE, SpamVerdict::and);
    }
}
