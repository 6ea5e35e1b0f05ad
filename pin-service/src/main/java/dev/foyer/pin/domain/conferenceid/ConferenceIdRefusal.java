package dev.foyer.pin.domain.conferenceid;

/** Why a conference ID stays as it is. */
public sealed interface ConferenceIdRefusal {

    /** Somebody else has it; try another one. */
    record ConferenceIdTaken() implements ConferenceIdRefusal {}

    /** The time for it is over; want it again. */
    record ReservedTooLate() implements ConferenceIdRefusal {}
}
