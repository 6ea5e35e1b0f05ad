package dev.foyer.gateway.tenantevents;

/** Hears of each event that was copied for its tenant, at least once, by one gateway of all. Must neither block nor throw. */
@FunctionalInterface
public interface EventWitness {

    /** Nobody does. */
    EventWitness NOBODY = (_, _, _, _) -> {};

    /**
     * It is in its tenant's topic.
     *
     * @param type of the event, e.g. {@code foyer.meeting.CallerRefused.v1}
     * @param id of the event, the same each time
     * @param data as the service wrote it, whole; {@code null}: a tombstone
     */
    void copied(String tenant, String type, String id, byte[] data);
}
