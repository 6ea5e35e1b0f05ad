package dev.foyer.eventsourcing.deadletters;

/** Why a dead letter stays as it is. */
public sealed interface DeadLetterRefusal {

    /** Somebody wanted it before, and it has not ended. */
    record BeingReplayed() implements DeadLetterRefusal {}

    /** It was handled: once more would do it twice. */
    record AlreadyReplayed() implements DeadLetterRefusal {}

    /** Somebody decided so. */
    record AlreadyDiscarded() implements DeadLetterRefusal {}
}
