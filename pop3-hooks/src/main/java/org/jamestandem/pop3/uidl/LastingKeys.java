package org.jamestandem.pop3.uidl;

final class LastingKeys implements MessageKeys {
    private static final String NUMBER_MARK = "m";

    @Override
    public MessageKey of(String messageId) {
        boolean number = messageId.chars().allMatch(c -> c >= '0' && c <= '9');
        return new MessageKey(number ? NUMBER_MARK + messageId : messageId);
    }

    @Override
    public String messageId(MessageKey key) {
        String value = key.value();
        return value.matches(NUMBER_MARK + "[0-9]+") ? value.substring(1) : value;
    }

    @Override
    public boolean lasting() {
        return true;
    }
}
