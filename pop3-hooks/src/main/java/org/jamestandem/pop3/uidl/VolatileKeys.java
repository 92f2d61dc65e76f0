package org.jamestandem.pop3.uidl;

/** {@code v}, sixteen hex digits of the run, a dot, the message id. */
final class VolatileKeys implements MessageKeys {
    private final ServerRun run;

    VolatileKeys(ServerRun run) {
        this.run = run;
    }

    @Override
    public MessageKey of(String messageId) {
        return new MessageKey("v" + run.hex() + "." + messageId);
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
