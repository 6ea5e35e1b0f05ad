package dev.foyer.eventsourcing.deadletters;

/** What the caller of an accepted command is told. */
public sealed interface DeadLetterAnswer {

    /** It is on its way. */
    record Begun(int attempt) implements DeadLetterAnswer {}

    /** It is as was asked. */
    record Noted() implements DeadLetterAnswer {}
}
