package dev.foyer.pin.domain.scan;

import java.time.Instant;

/** What happened to a source of calls. */
public sealed interface CallSourceEvent {

    /** @param suspected whether others are told */
    record UnknownIdCounted(String caller, Misses ids, boolean suspected, Instant at) implements CallSourceEvent {}

    /** @param suspected whether others are told */
    record WrongPinCounted(String caller, String organizer, Misses organizers, boolean suspected, Instant at)
            implements CallSourceEvent {}

    /** Nothing is counted or refused any more. */
    record SourceCleared(Instant at) implements CallSourceEvent {}

    /** Nothing came from there for so long that all begins anew: nobody knows of it any more. */
    record SourceForgotten(Instant at) implements CallSourceEvent {}
}
