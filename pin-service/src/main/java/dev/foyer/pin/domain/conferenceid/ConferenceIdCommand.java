package dev.foyer.pin.domain.conferenceid;

/** What can be asked of a conference ID; the owner is {@code tenant/userId}. */
public sealed interface ConferenceIdCommand {

    record Reserve(String owner) implements ConferenceIdCommand {}

    record Release(String owner) implements ConferenceIdCommand {}
}
