package org.jamestandem.testkit.transcript;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A dialogue read from a file. The title is its first line, RFC section first; forms are the server
 * forms it is meant for, empty for all.
 */
public record Transcript(
        Path file,
        Protocol protocol,
        String title,
        List<RequiredAccount> accounts,
        List<Step> mail,
        Set<String> forms,
        List<Step> steps) {

    /** An account as the header asks for it. */
    public record RequiredAccount(String name, String kind) {}

    public Transcript {
        accounts = List.copyOf(accounts);
        mail = List.copyOf(mail);
        forms = Set.copyOf(forms);
        steps = List.copyOf(steps);
    }

    /** Whether it is meant for this form of the server. */
    public boolean isFor(String form) {
        return forms.isEmpty() || forms.contains(form);
    }
}
