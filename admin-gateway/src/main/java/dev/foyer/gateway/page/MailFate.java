package dev.foyer.gateway.page;

/**
 * Where a mail stands.
 *
 * @param to {@code null}: nobody knows
 * @param explanation what its reason means, or {@code null}
 */
record MailFate(MailStatus status, String to, String explanation) {

    static final MailFate NONE = new MailFate(MailStatus.NONE, null, null);

    public boolean isThere() {
        return status != MailStatus.NONE;
    }
}
