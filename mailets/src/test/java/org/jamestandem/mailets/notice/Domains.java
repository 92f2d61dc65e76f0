package org.jamestandem.mailets.notice;

import java.util.List;
import java.util.stream.Stream;
import org.apache.james.core.Domain;
import org.apache.james.domainlist.api.DomainList;

/** A server's domains, which never change. */
public record Domains(List<Domain> domains) implements DomainList {
    /** A server with these. */
    public static Domains of(String... names) {
        return new Domains(Stream.of(names).map(Domain::of).toList());
    }

    @Override
    public List<Domain> getDomains() {
        return domains;
    }

    @Override
    public boolean containsDomain(Domain domain) {
        return domains.contains(domain);
    }

    @Override
    public void addDomain(Domain domain) {
        throw new IllegalStateException("these domains never change");
    }

    @Override
    public void removeDomain(Domain domain) {
        throw new IllegalStateException("these domains never change");
    }

    @Override
    public Domain getDefaultDomain() {
        return domains.get(0);
    }
}
