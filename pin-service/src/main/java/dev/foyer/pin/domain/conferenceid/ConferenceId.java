package dev.foyer.pin.domain.conferenceid;

/** The states of one conference ID. */
public sealed interface ConferenceId {

    record Free() implements ConferenceId {}

    /** @param owner {@code tenant/userId} */
    record Reserved(String owner) implements ConferenceId {}
}
