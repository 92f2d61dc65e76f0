package org.jamestandem.pop3.maildrop;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.Username;
import org.jamestandem.kernel.login.Login;
import org.jamestandem.kernel.login.LoginNames;
import org.jamestandem.pop3.policy.ExpireCapability;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.KnownDevices;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.reader.TooManyDevices;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decides who comes in as which reader, and on what terms. */
@Singleton
public final class Admission {
    private final LoginNames names;
    private final KnownDevices devices;
    private final PolicyBook policies;

    @Inject
    public Admission(LoginNames names, KnownDevices devices, PolicyBook policies) {
        this.names = names;
        this.devices = devices;
        this.policies = policies;
    }

    /** Who is meant by a login name; a name that means nobody is answered as it is. */
    Mono<Login> named(Username written) {
        return names.of(written);
    }

    /**
     * The terms for a user who has proved who it is; empty when POP3 may not be used. Fails with
     * {@link TooManyDevices} for one device too many.
     */
    Mono<Terms> admit(Reader reader) {
        return policies.of(reader)
                .filter(Policy::allowsAccess)
                .delayUntil(policy -> letIn(reader))
                .flatMap(policy -> expire(reader, policy).map(line -> new Terms(policy, line)));
    }

    private Mono<Boolean> letIn(Reader reader) {
        return devices.admit(reader)
                .filter(in -> in)
                .switchIfEmpty(Mono.error(() -> new TooManyDevices(reader)));
    }

    /** Another device's policy may remove a message sooner than this one's. */
    private Mono<String> expire(Reader reader, Policy policy) {
        return devices.of(reader.user())
                .flatMapIterable(known -> known)
                .filter(device -> !device.equals(reader.device()))
                .concatMap(device -> policies.of(new Reader(reader.user(), device)))
                .concatWith(Flux.just(policy))
                .map(ExpireCapability::of)
                .collectList()
                .map(lines -> ExpireCapability.smallest(lines.stream()));
    }

    /** The device of a login. */
    static Device device(Login login) {
        return new Device(login.device());
    }

    /**
     * What holds for one session.
     *
     * @param expire the EXPIRE line of CAPA, true for all devices of the user together
     */
    record Terms(Policy policy, String expire) {}
}
