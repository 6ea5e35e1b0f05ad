package dev.foyer.pin.domain.user;

/**
 * What will become of the mail with a new PIN, as far as it is known when the PIN is made, so that whoever made it is told
 * at once. notification-service decides by the same things (rules D1, D2) a moment later.
 *
 * @param to the address it goes to, or would go to; {@code null}: there is none
 */
public record MailPlan(Status status, String to) {

    /** The names are stored and public. */
    public enum Status {
        QUEUED,
        HELD
    }

    /**
     * @param automatic whether the tenant's switches send this mail
     * @param address the user's own, or {@code null}
     */
    static MailPlan of(MailOptions asked, boolean automatic, String address) {
        boolean explicit = Boolean.TRUE.equals(asked.send());
        boolean goes = explicit || (asked.send() == null && automatic);
        String to = explicit && asked.toAddress() != null ? asked.toAddress() : address;
        return new MailPlan(goes && to != null ? Status.QUEUED : Status.HELD, to);
    }
}
