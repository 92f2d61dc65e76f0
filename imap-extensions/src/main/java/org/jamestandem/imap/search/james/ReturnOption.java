package org.jamestandem.imap.search.james;

/** What a command asks for behind RETURN (RFC 4731 §3.1, RFC 5182 §2). */
public enum ReturnOption {
    MIN,
    MAX,
    ALL,
    COUNT,
    SAVE
}
