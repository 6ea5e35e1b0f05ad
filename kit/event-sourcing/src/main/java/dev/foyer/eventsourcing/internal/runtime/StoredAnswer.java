package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.RepeatableId;
import dev.foyer.base.Roles;

/**
 * What the journal keeps of an answer: no secrets.
 *
 * @param at when it was decided, in milliseconds since the epoch
 */
record StoredAnswer(String commandId, String type, byte[] bytes, Kind kind, long at) {

    /** Each kind has a memory of its own: many commands of one push out nothing of another. Stored by its place. */
    enum Kind {
        /** By a key that people repeat within a day. */
        KEY,
        /** Read from somebody's topic: the newest tells how far that topic was read. */
        TOPIC,
        /** Of callers and of those who join: as many as there are telephones. */
        CALLER,
        /** Repeated within seconds, by whoever forwards them. */
        OTHER;

        private static final Kind[] ALL = values();

        /** A function of what stands in the journal, so that every owner sorts alike. */
        static Kind of(String commandId, String role) {
            if (Roles.BRIDGE.equals(role) || Roles.CLIENT_APP.equals(role)) {
                return CALLER;
            }
            if (commandId.indexOf('~') >= 0) {
                return TOPIC;
            }
            // What our services make of an event is named after the command that made it, and is not to be refused.
            return RepeatableId.is(commandId) && Roles.isOfAccounts(role) ? KEY : OTHER;
        }

        static Kind at(int place) {
            return ALL[place];
        }
    }
}
