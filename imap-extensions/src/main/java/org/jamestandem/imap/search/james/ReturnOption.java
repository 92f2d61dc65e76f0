package org.jamestandem.imap.search.james;

/** What a command asks for behind RETURN (RFC 4731 §3.1, RFC 5182 §2). */
enum ReturnOption {
    MIN,
    MAX,
    ALL,
    COUNT,
    SAVE
}
