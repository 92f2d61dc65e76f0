package org.jamestandem.imap.acl;

import java.util.ArrayList;
import java.util.List;
import org.jamestandem.imap.acl.Subject.Special;

/**
 * What LISTRIGHTS says about an identifier (RFC 4314 §3.7): rights it always has, then sets that
 * are granted together. We tie nothing, so each optional right stands alone, and so do the obsolete
 * {@code c} and {@code d} (§2.1.1).
 *
 * @param required letters the identifier always has, possibly none
 * @param optional one text per set of tied rights
 */
public record GrantableRights(String required, List<String> optional) {
    private static final List<String> OBSOLETE = List.of("c", "d");

    public GrantableRights {
        optional = List.copyOf(optional);
    }

    /** What the entry of that identifier can hold. */
    public static GrantableRights to(Identifier identifier) {
        boolean owner = identifier.subject() == Special.OWNER;
        Rights fixed = owner ? AccessList.OWNER_KEEPS : Rights.NONE;
        List<String> optional = new ArrayList<>();
        Rights.ALL
                .minus(fixed)
                .letters()
                .chars()
                .mapToObj(Character::toString)
                .forEach(optional::add);
        optional.addAll(OBSOLETE);
        return new GrantableRights(identifier.negative() ? "" : fixed.letters(), optional);
    }
}
