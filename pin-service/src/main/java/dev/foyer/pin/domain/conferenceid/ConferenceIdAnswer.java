package dev.foyer.pin.domain.conferenceid;

/** What the caller of an accepted command is told. */
public sealed interface ConferenceIdAnswer {

    /** It is as asked. */
    record Done() implements ConferenceIdAnswer {}
}
