package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reactions;
import dev.foyer.meeting.domain.UserMoment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** All our reactions to pin-service, topic by topic. */
@Singleton
public class PinReactions {

    /** In whose name the commands are given that follow from an event. */
    static final String US = "meeting-service";

    private final Reactions toEvents;
    private final Reactions toVerifications;

    @Inject
    PinReactions(
            WhenUserEnabledThenOpenPersonalConference enabled,
            WhenUserDisabledThenClosePersonalConference disabled,
            WhenConferenceIdChangedThenMovePersonalConference moved,
            WhenPstnOnlyMeetingsChangedThenAllowStartWithoutPin startRule,
            WhenOrganizerVerifiedThenStartMeeting verified) {
        this.toEvents = Reactions.of(enabled, disabled, moved, startRule);
        this.toVerifications = Reactions.awaited(verified);
    }

    /** When it happened to its user. */
    static UserMoment moment(InboundEvent event) {
        return new UserMoment(event.time(), event.sequence());
    }

    /** To {@link PinTopics#EVENTS}. */
    public Reactions toEvents() {
        return toEvents;
    }

    /** To {@link PinTopics#ORGANIZER_VERIFIED}. */
    public Reactions toVerifications() {
        return toVerifications;
    }
}
