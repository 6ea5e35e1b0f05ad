package dev.foyer.pin.domain.conferenceid;

import java.time.Instant;

/** What happened to a conference ID; private, the user's events tell the world. */
public sealed interface ConferenceIdEvent {

    record ConferenceIdReserved(String owner) implements ConferenceIdEvent {}

    /** @param at {@code null} in journals before format 2 */
    record ConferenceIdReleased(String owner, Instant at) implements ConferenceIdEvent {}

    /** Nobody need know any more that it was somebody's. */
    record ConferenceIdForgotten(Instant at) implements ConferenceIdEvent {}
}
