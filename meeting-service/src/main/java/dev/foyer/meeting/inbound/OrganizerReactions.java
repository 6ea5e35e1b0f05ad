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
 * What tenants' client apps and other systems say over {@code in.<tenant>.organizer} of people whom they have signed in: who
 * joins, who leaves, and who proved to them to be the organizer. PINs never come there.
 */
@Singleton
public class OrganizerReactions implements InboundHandler {

    /** The role, and the name, of a tenant's system that vouches for people by a topic. */
    public static final String ROLE = "organizer-topic";

    static final TenantTopic TOPIC = new TenantTopic("organizer");

    private final Reactions reactions;

    @Inject
    OrganizerReactions(
            WhenParticipantJoinedThenJoin joined,
            WhenParticipantLeftThenLeave left,
            WhenOrganizerVouchedForThenStart verified) {
        this.reactions = Reactions.awaited(joined, left, verified);
    }

    /** Also what carries PINs, to be refused with a reason. */
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
                "PINs never go through topics; say OrganizerVerified of an organizer whom your own systems"
                        + " have verified, or have the PIN verified by POST /api/v1/bridge/calls/{callId}/organizer-pin.");
    }

    @Override
    public boolean awaited() {
        return reactions.awaited();
    }
}
