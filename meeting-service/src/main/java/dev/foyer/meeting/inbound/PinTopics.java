package dev.foyer.meeting.inbound;

/** The topics of pin-service that we read. */
public final class PinTopics {

    /** Keyed by tenant and user. */
    public static final String EVENTS = "pin.events";

    /** Keyed by conference ID. */
    public static final String ORGANIZER_VERIFIED = "organizer.verified";

    private PinTopics() {}
}
