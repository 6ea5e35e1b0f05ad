package dev.foyer.pin.domain.scan;

/** What can be asked of a source of calls. */
public sealed interface CallSourceCommand {

    /**
     * Somebody dialled a conference ID that does not exist. It was looked up, so it counts, also during a wait.
     *
     * @param caller the number as the bridge said it, or {@code null}
     * @param right so many different conferences were dialled from there since the last miss
     */
    record CountUnknownId(String caller, int right) implements CallSourceCommand {}

    /**
     * Somebody said a PIN that is not the organizer's.
     *
     * @param caller the number as the bridge said it, or {@code null}
     * @param right so many different organizers said their PIN from there since the last miss
     */
    record CountWrongPin(String caller, String organizer, int right) implements CallSourceCommand {}

    /** An administrator says that it was nothing. */
    record ClearSource() implements CallSourceCommand {}

    /** A timer's: nothing came from there for long. */
    record ForgetSource() implements CallSourceCommand {}
}
