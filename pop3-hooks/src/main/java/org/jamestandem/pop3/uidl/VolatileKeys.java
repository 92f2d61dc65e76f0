package org.jamestandem.pop3.uidl;

/** {@code v}, sixteen hex digits of the run, a dot, the message id. */
final class VolatileKeys implements MessageKeys {
    private final String prefix;

    VolatileKeys(ServerRun run) {
        this.prefix = "v" + run.hex() + ".";
    }

    @Override
    public MessageKey of(String messageId) {
        return new MessageKey(prefix + messageId);
    }

    @Override
    public String messageId(MessageKey key) {
        return key.value().substring(key.value().indexOf('.') + 1);
    }

    @Override
    public boolean lasting() {
        return false;
    }
}
