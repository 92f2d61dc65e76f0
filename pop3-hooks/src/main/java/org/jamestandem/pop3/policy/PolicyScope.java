package org.jamestandem.pop3.policy;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Reader;

/** For whom a layer of options is. */
public sealed interface PolicyScope {
    /** Everybody. */
    PolicyScope DEFAULT = new Everybody();

    /** The narrowest scope of that reader. */
    static PolicyScope of(Reader reader) {
        return new OfDevice(reader.user(), reader.device());
    }

    /** The scopes whose options hold in this one, the most general first, this one last. */
    Stream<PolicyScope> chain();

    /** Whom alone it is for; empty when it is for more than one. */
    default Optional<Username> onlyUser() {
        return Optional.empty();
    }

    /** The same scope of another user; itself when it is for more than one. */
    default PolicyScope of(Username other) {
        return this;
    }

    /** Everybody. */
    record Everybody() implements PolicyScope {
        @Override
        public Stream<PolicyScope> chain() {
            return Stream.of(this);
        }
    }

    /** The users of a domain. */
    record OfDomain(Domain domain) implements PolicyScope {
        @Override
        public Stream<PolicyScope> chain() {
            return Stream.of(DEFAULT, this);
        }
    }

    /** A user, as the operator has it. */
    record OfUser(Username user) implements PolicyScope {
        @Override
        public Stream<PolicyScope> chain() {
            PolicyScope below =
                    user.getDomainPart().<PolicyScope>map(OfDomain::new).orElse(DEFAULT);
            return Stream.concat(below.chain(), Stream.of(this));
        }

        @Override
        public Optional<Username> onlyUser() {
            return Optional.of(user);
        }

        @Override
        public PolicyScope of(Username other) {
            return new OfUser(other);
        }
    }

    /** A user, as the user has it: goes before what the operator has chosen for the same user. */
    record Own(Username user) implements PolicyScope {
        @Override
        public Stream<PolicyScope> chain() {
            return Stream.concat(new OfUser(user).chain(), Stream.of(this));
        }

        @Override
        public Optional<Username> onlyUser() {
            return Optional.of(user);
        }

        @Override
        public PolicyScope of(Username other) {
            return new Own(other);
        }
    }

    /** One device of a user. */
    record OfDevice(Username user, Device device) implements PolicyScope {
        @Override
        public Stream<PolicyScope> chain() {
            return Stream.concat(new Own(user).chain(), Stream.of(this));
        }

        @Override
        public Optional<Username> onlyUser() {
            return Optional.of(user);
        }

        @Override
        public PolicyScope of(Username other) {
            return new OfDevice(other, device);
        }
    }
}
