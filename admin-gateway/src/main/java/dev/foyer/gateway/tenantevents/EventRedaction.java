package dev.foyer.gateway.tenantevents;

/** What of an event its tenant may read. Called by the thread that copies. */
@FunctionalInterface
public interface EventRedaction {

    /** Everything. */
    EventRedaction NOTHING = (_, _, data) -> data;

    /**
     * @param type of the event, e.g. {@code foyer.meeting.CallerWaiting.v1}
     * @param data of the event; {@code null}: a tombstone
     * @return the same, or what takes its place
     * @throws dev.foyer.base.Unavailable when that cannot be told yet; the event is asked about again
     */
    byte[] data(String tenant, String type, byte[] data);
}
