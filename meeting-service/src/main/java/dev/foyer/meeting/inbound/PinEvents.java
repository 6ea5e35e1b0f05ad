package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The reactions to {@code pin.events}; what none of them understands is none of our business. */
@ApplicationScoped
public class PinEvents implements InboundHandler {

    /** Keyed by tenant and user; written by pin-service. */
    public static final String TOPIC = "pin.events";

    private final List<InboundHandler> reactions;

    @Inject
    PinEvents(
            WhenUserEnabledThenOpenPersonalConference enabled,
            WhenUserDisabledThenClosePersonalConference disabled,
            WhenConferenceIdChangedThenMovePersonalConference moved,
            WhenPstnOnlyMeetingsChangedThenAllowStartWithoutPin startRule) {
        this.reactions = List.of(enabled, disabled, moved, startRule);
    }

    @Override
    public boolean understands(String type) {
        return reactions.stream().anyMatch(reaction -> reaction.understands(type));
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        return reactions.stream()
                .filter(reaction -> reaction.understands(event.type()))
                .findFirst()
                .orElseThrow()
                .handle(event);
    }
}
