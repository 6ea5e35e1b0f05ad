package dev.foyer.pin.domain.signin;

import java.time.Instant;

/** What happened to an address that guesses come from. */
public sealed interface SourceEvent {

    /**
     * @param ofName failures of that name from there, and how long the name waits
     * @param ofAll failures of all names from there, and how long they all wait
     */
    record FailedSignInCounted(String name, Failures ofName, Failures ofAll, Instant at) implements SourceEvent {}

    /** The name signed in from there: its next failure is the first again. Those of all names stay counted. */
    record FailedSignInsForgotten(String name, Instant at) implements SourceEvent {}

    /** Nothing came from there for so long that all begins anew: nobody knows of it any more. */
    record SourceForgotten(Instant at) implements SourceEvent {}
}
