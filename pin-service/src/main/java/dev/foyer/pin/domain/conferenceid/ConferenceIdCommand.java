package dev.foyer.pin.domain.conferenceid;

import java.time.Instant;

/** What can be asked of a conference ID; the owner is {@code tenant/userId}. */
public sealed interface ConferenceIdCommand {

    /** @param before later it comes too late: its owner may have given it up, and nobody would give it back */
    record Reserve(String owner, Instant before) implements ConferenceIdCommand {}

    record Release(String owner) implements ConferenceIdCommand {}

    /** Nobody need know any more that it was somebody's; what the timer asks. */
    record ForgetConferenceId() implements ConferenceIdCommand {}
}
