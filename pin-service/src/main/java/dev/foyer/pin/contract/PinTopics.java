package dev.foyer.pin.contract;

/** The topics that pin-service writes; declared in {@code deploy/topics.yaml}. */
public final class PinTopics {
    public static final String EVENTS = "pin.events";
    public static final String DELIVERIES = "pin.deliveries";
    public static final String ORGANIZER_VERIFIED = "organizer.verified";
    public static final String TENANT_SETTINGS = "tenant.settings";

    private PinTopics() {}
}
