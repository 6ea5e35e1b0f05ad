package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.PinWords;
import dev.foyer.base.events.TenantTopic;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.eventsourcing.inbound.Reactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/**
 * What tenants' telephony bridges say of call legs over {@code in.<tenant>.bridge}, where digits never come. What is said twice,
 * late or in another order ends the same; what cannot be used is a dead letter with a sentence that says what to do.
 */
@Singleton
public class BridgeReactions implements InboundHandler {

    /** The role, and the name, of a bridge that speaks by a topic. */
    public static final String ROLE = "bridge-topic";

    static final TenantTopic TOPIC = new TenantTopic("bridge");

    private final Reactions reactions;

    @Inject
    BridgeReactions(WhenCallerArrivedThenDialIn arrived, WhenCallerLeftThenHangUp left, WhenCallAliveThenNote alive) {
        this.reactions = Reactions.awaited(arrived, left, alive);
    }

    /** Also what carries digits, to be refused with a reason: skipping it would leave a caller waiting for an answer. */
    @Override
    public boolean understands(String type) {
        return reactions.understands(type) || PinWords.isAboutKeys(type);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        if (reactions.understands(event.type())) {
            return reactions.handle(event);
        }
        throw Unacceptable.secret(
                "PINs and other digits never go through topics, where they would lie for a day; have them"
                        + " verified by POST /api/v1/bridge/calls/{callId}/organizer-pin.");
    }

    @Override
    public boolean awaited() {
        return reactions.awaited();
    }
}
