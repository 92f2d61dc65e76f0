package org.jamestandem.imap.acl.james;

import org.apache.james.core.Username;

/** Who changes lists over webadmin. */
public final class AclOperator {
    /** Stands in the place of a user; nobody can have this name, since it has a space. */
    public static final Username NAME = Username.of("an operator");

    private AclOperator() {}
}
