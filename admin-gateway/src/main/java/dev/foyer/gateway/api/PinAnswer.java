package dev.foyer.gateway.api;

/**
 * The one answer that carries a PIN, once (rule A4). Prints nothing of it.
 *
 * @param pin absent when it is not to be seen, or was seen already
 * @param notification the mail that takes it to the user; absent when there is none
 */
public record PinAnswer(String pin, String conferenceId, MailAnswer notification) {

    /**
     * @param status as it was planned with the PIN, {@code QUEUED} or {@code HELD}; {@code GET /notifications/{id}} tells
     *     what has become of it
     * @param to absent while no address is known
     */
    public record MailAnswer(String id, String status, String to) {}

    @Override
    public String toString() {
        return "PinAnswer[" + conferenceId + "]";
    }
}
