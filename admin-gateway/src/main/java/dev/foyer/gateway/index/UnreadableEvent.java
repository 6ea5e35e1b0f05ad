package dev.foyer.gateway.index;

/** An event of a known type does not say what its contract promises. Names the type, never its content. */
final class UnreadableEvent extends RuntimeException {

    UnreadableEvent(PublicEvent event, RuntimeException cause) {
        super(
                "The data of " + event.envelope().type() + " are not of its contract ("
                        + cause.getClass().getSimpleName() + ")",
                cause);
    }

    UnreadableEvent(PublicEvent event, String missing) {
        super("The " + event.envelope().type() + " has no " + missing);
    }
}
