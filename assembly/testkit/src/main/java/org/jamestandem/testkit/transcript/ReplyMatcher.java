package org.jamestandem.testkit.transcript;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jamestandem.testkit.transcript.Expectation.Occurrence;

/** Follows the expected lines of one reply while the server's lines come in. */
final class ReplyMatcher {
    private final List<Expectation> open;
    private final Variables variables;

    ReplyMatcher(Step.Reply reply, Variables variables) {
        this.open = new ArrayList<>(reply.expectations());
        this.variables = variables;
    }

    boolean isComplete() {
        return open.isEmpty();
    }

    /** The expectation to name when the line that came fits none. */
    Expectation next() {
        return open.stream()
                .filter(expectation -> expectation.occurrence().isRequired())
                .findFirst()
                .orElseThrow();
    }

    /** Whether the line was expected here. */
    boolean accept(String line) throws IOException {
        for (int i = 0; i < open.size(); i++) {
            Occurrence occurrence = open.get(i).occurrence();
            boolean accepted =
                    switch (occurrence) {
                        case ONCE, OPTIONAL -> consumed(i, i, line);
                        case ANY_ORDER -> consumedInAnyOrder(i, line);
                        case ANY_NUMBER -> acceptAfter(i, line) || passes(i, line);
                    };
            if (accepted || occurrence.isRequired()) {
                return accepted;
            }
        }
        return false;
    }

    private boolean passes(int i, String line) throws IOException {
        if (!matches(open.get(i), line)) {
            return false;
        }
        open.subList(0, i).clear();
        return true;
    }

    private boolean acceptAfter(int i, String line) throws IOException {
        Step.Reply rest = new Step.Reply(open.subList(i + 1, open.size()));
        ReplyMatcher after = new ReplyMatcher(rest, variables);
        if (!after.accept(line)) {
            return false;
        }
        Expectation between = open.get(i);
        boolean insideGroup = startsWithGroup(rest.expectations()) && startsWithGroup(after.open);
        open.clear();
        if (insideGroup) {
            open.add(between);
        }
        open.addAll(after.open);
        return true;
    }

    private static boolean startsWithGroup(List<Expectation> expectations) {
        return !expectations.isEmpty() && expectations.get(0).occurrence() == Occurrence.ANY_ORDER;
    }

    private boolean consumedInAnyOrder(int first, String line) throws IOException {
        for (int i = first; i < open.size(); i++) {
            if (open.get(i).occurrence() != Occurrence.ANY_ORDER) {
                return false;
            }
            if (consumed(i, first, line)) {
                return true;
            }
        }
        return false;
    }

    private boolean consumed(int i, int skipped, String line) throws IOException {
        if (!matches(open.get(i), line)) {
            return false;
        }
        open.remove(i);
        open.subList(0, skipped).clear();
        return true;
    }

    private boolean matches(Expectation expectation, String line) throws IOException {
        Matcher matcher = variables.pattern(expectation.pattern()).matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        variables.capture(matcher);
        return true;
    }
}
