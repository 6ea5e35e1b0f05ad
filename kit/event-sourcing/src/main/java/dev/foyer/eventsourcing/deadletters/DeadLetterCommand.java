package dev.foyer.eventsourcing.deadletters;

/** What can be asked of a dead letter. */
public sealed interface DeadLetterCommand {

    /** Handle it again. @param reason {@code null}: none was given */
    record Replay(LetterPlace place, String reason) implements DeadLetterCommand {}

    /** Nothing is to be done about it. */
    record Discard(LetterPlace place, String reason) implements DeadLetterCommand {}

    /** This attempt is over. @param why it could not be used; {@code null}: it was handled */
    record EndReplay(int attempt, String why) implements DeadLetterCommand {}

    /** A timer's: an attempt that has not ended is begun again, what is long settled is forgotten. */
    record SettleLetter() implements DeadLetterCommand {}
}
