package dev.foyer.service.eventsourced;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.service.LogKeys;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * One line for each decision that an operator would look for, in the words of the public events and never with their content. The calls
 * of a meeting are left out: they are thousands, and their bridge knows them. On at level INFO of the category {@value #CATEGORY}.
 */
final class DecisionLog {

    static final String CATEGORY = "dev.foyer.decisions";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final String EVENTS = ".events";
    private static final Set<String> LEFT_OUT = Set.of(
            "CallerWaiting",
            "CallerAdmitted",
            "CallersAdmitted",
            "CallerBecameLeader",
            "ParticipantJoined",
            "ParticipantLeft");

    private DecisionLog() {}

    static void say(PublicRecord record, CommandMeta meta) {
        if (!LOG.isInfoEnabled() || !record.topic().endsWith(EVENTS)) {
            return;
        }
        String event = name(record.type());
        if (!LEFT_OUT.contains(event)) {
            LogKeys.with(
                    record.tenant(),
                    meta,
                    () -> LOG.infof(
                            "%s %s by %s (%s)",
                            event,
                            record.subject(),
                            meta.actor().name(),
                            meta.actor().role()));
        }
    }

    /** {@code PinReset} of {@code foyer.pin.PinReset.v1}. */
    private static String name(String type) {
        String[] parts = type.split("\\.");
        return parts.length > 2 ? parts[parts.length - 2] : type;
    }
}
