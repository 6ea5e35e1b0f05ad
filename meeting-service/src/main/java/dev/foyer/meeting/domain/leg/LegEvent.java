package dev.foyer.meeting.domain.leg;

import java.time.Instant;

/** What happened to a call leg. Stored in the journal as they are. */
public sealed interface LegEvent {

    /** It goes there, once it has left where it was. */
    record LegSent(String conferenceId, long turn, Instant at) implements LegEvent {}

    /** It hung up; it is to be taken out of where it was. */
    record LegHungUp(long turn, Instant at) implements LegEvent {}

    /** That conference has nothing of it any more that is older than this turn. */
    record ConferenceLeft(String conferenceId, long turn) implements LegEvent {}

    /** Whoever was to take it out of where it was has not said so. It is done once more. */
    record LeavingOverdue(Instant at) implements LegEvent {}

    /** Nobody need know any more that it was. */
    record LegForgotten(Instant at) implements LegEvent {}
}
