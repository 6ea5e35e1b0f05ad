package dev.foyer.pin.domain.conferenceid;

/** What happened to a conference ID; private, the user's events tell the world. */
public sealed interface ConferenceIdEvent {

    record ConferenceIdReserved(String owner) implements ConferenceIdEvent {}

    record ConferenceIdReleased(String owner) implements ConferenceIdEvent {}
}
