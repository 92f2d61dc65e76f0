package org.jamestandem.distribution.samples;

/**
 * An account made for trying things out.
 *
 * @param user the login name, also the address
 * @param pop3 what DELE means there, in the words of {@code conf/tandem.xml}
 */
public record SampleAccount(String user, String password, String pop3) {
    /** Without the password: this ends up in logs. */
    @Override
    public String toString() {
        return "SampleAccount[" + user + "]";
    }
}
