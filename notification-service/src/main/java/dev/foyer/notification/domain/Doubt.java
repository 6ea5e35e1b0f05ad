package dev.foyer.notification.domain;

/**
 * What is not known of the times that a mail was given to a server.
 *
 * @param copies how many attempts may have delivered it, for all that anybody knows
 * @param open the last of them has begun, and how it ended is not recorded
 */
public record Doubt(int copies, boolean open) {

    /** All is known. */
    public static final Doubt NONE = new Doubt(0, false);

    /** One more attempt begins: until its end is known, it may have delivered the mail. */
    Doubt begun() {
        return new Doubt(copies + 1, true);
    }

    /** How the attempt that was under way ended is known now. */
    Doubt ended() {
        return open ? new Doubt(copies - 1, false) : this;
    }

    /** Nothing is under way any more; what was not known stays so. */
    Doubt closed() {
        return new Doubt(copies, false);
    }
}
