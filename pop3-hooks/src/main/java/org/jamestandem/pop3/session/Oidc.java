package org.jamestandem.pop3.session;

import java.net.URL;
import java.util.Optional;

/**
 * How tokens of OAUTHBEARER and XOAUTH2 are checked (RFC 7628). The keys are those of {@code oidc}
 * in {@code imapserver.xml}.
 *
 * @param jwks where the keys are that sign tokens
 * @param claim the claim that holds the user name
 * @param discovery told to a client whose token is refused
 * @param scope told to a client whose token is refused
 * @param introspection asked about each token when given
 * @param introspectionAuthorization the {@code Authorization} header for it
 * @param userInfo asked about each token when given and {@code introspection} is not
 */
public record Oidc(
        URL jwks,
        String claim,
        URL discovery,
        String scope,
        Optional<URL> introspection,
        Optional<String> introspectionAuthorization,
        Optional<URL> userInfo) {}
