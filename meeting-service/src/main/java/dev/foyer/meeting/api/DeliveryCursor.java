package dev.foyer.meeting.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.meeting.domain.delivery.Delivery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a list of deliveries was cut: behind this one. Opaque to callers, no secret and no permission. */
record DeliveryCursor(Instant queuedAt, String id) {

    /** Of the whole list. */
    static final DeliveryCursor BEGINNING = new DeliveryCursor(null, null);

    static DeliveryCursor of(Delivery last) {
        return new DeliveryCursor(last.queuedAt(), last.id());
    }

    /** @throws dev.foyer.base.Problem.ProblemException 400 when it is none */
    static DeliveryCursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", -1);
            if (parts.length == 2) {
                return new DeliveryCursor(Instant.parse(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // said below
        }
        throw WebhookRefusals.cursor().exception();
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((queuedAt + " " + id).getBytes(UTF_8));
    }
}
