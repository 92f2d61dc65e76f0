package org.jamestandem.benchmarks.client;

/** Whom to log in as. */
public record Account(String name, String password) {}
