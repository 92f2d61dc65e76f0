package org.jamestandem.acceptance.pop3;

import org.jamestandem.testkit.james.James;

/** Tests on a server that runs already. */
interface OnServer {
    James james();

    default Operator operator() {
        return Operator.of(james());
    }

    /** A new user under these options of a policy. */
    default Account newAccount(String policy) {
        return Account.on(james()).under(policy);
    }
}
