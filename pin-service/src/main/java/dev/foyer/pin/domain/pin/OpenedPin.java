package dev.foyer.pin.domain.pin;

/** What a {@link SpokenPin} turned out to be. */
public sealed interface OpenedPin {

    /** What was said. */
    record Clear(Pin pin) implements OpenedPin {}

    /** It is sealed to a key that this instance has not got: not yet, or not any more. */
    record KeyIsMissing() implements OpenedPin {}

    /** It was sealed for another verification, it is no seal of ours, or what is in it is no PIN. */
    record NotForThis() implements OpenedPin {}
}
