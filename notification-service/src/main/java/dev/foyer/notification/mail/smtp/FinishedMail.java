package dev.foyer.notification.mail.smtp;

import java.util.Map;

/**
 * A mail as it goes over the wire, all of it ASCII. It may carry a PIN, so nothing of it is shown.
 *
 * @param sender and {@code recipient}: of the envelope, addresses without names
 * @param headers finished: encoded, and folded by CR LF
 * @param body lines that end with LF alone, none longer than 998; the client writes them with CR LF
 */
public record FinishedMail(String sender, String recipient, Map<String, String> headers, String body) {

    @Override
    public String toString() {
        return "FinishedMail";
    }
}
