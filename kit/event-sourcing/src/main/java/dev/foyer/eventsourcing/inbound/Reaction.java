package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.events.InboundEvent;
import java.util.concurrent.CompletionStage;

/**
 * What one type of somebody else's event means to us, as a command of ours: {@code When<Event>Then<Command>}. The rules
 * of {@link InboundHandler#handle} hold for it.
 */
public interface Reaction {

    /** CloudEvents type with version, e.g. {@code foyer.pin.UserEnabled.v1}. */
    String type();

    /** Handles one event of that type. */
    CompletionStage<?> react(InboundEvent event);
}
