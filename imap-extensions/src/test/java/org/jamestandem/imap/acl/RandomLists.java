package org.jamestandem.imap.acl;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jamestandem.imap.acl.Subject.Group;
import org.jamestandem.imap.acl.Subject.Special;
import org.jamestandem.imap.acl.Subject.User;

/** Random values from a seed, out of few names so that entries meet. */
final class RandomLists {
    static final List<String> USERS = List.of("anna", "bob", "carol");
    static final List<String> GROUPS = List.of("sales", "ucetni");

    private final Random random;

    RandomLists(long seed) {
        this.random = new Random(seed);
    }

    static Rights rights(long seed) {
        return new RandomLists(seed).rights();
    }

    Rights rights() {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (random.nextInt(3) == 0) {
                rights.add(right);
            }
        }
        return new Rights(rights);
    }

    AccessList list() {
        TreeMap<Identifier, Rights> entries = new TreeMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            entries.put(identifier(), rights());
        }
        return new AccessList(entries);
    }

    Identifier identifier() {
        return new Identifier(subject(), random.nextInt(3) == 0);
    }

    private Subject subject() {
        return switch (random.nextInt(3)) {
            case 0 -> new User(USERS.get(random.nextInt(USERS.size())));
            case 1 -> new Group(GROUPS.get(random.nextInt(GROUPS.size())));
            default -> Special.values()[random.nextInt(Special.values().length)];
        };
    }

    Requester requester() {
        Set<String> groups =
                GROUPS.stream().filter(group -> random.nextBoolean()).collect(Collectors.toSet());
        return new Requester(
                USERS.get(random.nextInt(USERS.size())),
                groups,
                random.nextInt(4) == 0,
                random.nextBoolean());
    }
}
