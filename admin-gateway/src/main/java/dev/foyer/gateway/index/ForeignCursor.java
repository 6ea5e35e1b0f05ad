package dev.foyer.gateway.index;

/** A cursor that the list that it is shown to did not give. */
public final class ForeignCursor extends RuntimeException {

    ForeignCursor() {
        super("The cursor does not belong to this list", null, false, false);
    }
}
