package dev.foyer.local.sink;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail that was received. It may carry a PIN, so it is never logged.
 *
 * @param id running number, from 1, in the order of arrival
 * @param text the plain part, or null
 * @param html the HTML part, or null
 */
public record Mail(
        int id,
        String from,
        List<String> to,
        String subject,
        Instant receivedAt,
        String messageId,
        Map<String, String> headers,
        String text,
        String html) {

    /** Whether that address is among the recipients. */
    public boolean isTo(String address) {
        return to.stream().anyMatch(recipient -> recipient.equalsIgnoreCase(address));
    }

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
