package dev.foyer.meeting.webhook;

/** A name is not looked up now, because as many are being looked up for the tenant as may be. Nothing is known of it. */
public final class BusyNames extends Exception {

    private static final long serialVersionUID = 1L;

    BusyNames() {
        super("Many names of your tenant's webhooks are being looked up at this moment; try again.");
    }
}
