package dev.foyer.meeting.domain.delivery;

import java.util.List;

/** What became of a command. */
public sealed interface DeliveryAnswer {

    /** It is as was asked. */
    record DeliveryNoted() implements DeliveryAnswer {}

    /**
     * Newest first, as many as were asked for.
     *
     * @param total how many there are, wherever the list was cut
     */
    record Found(List<Delivery> deliveries, int total) implements DeliveryAnswer {}
}
