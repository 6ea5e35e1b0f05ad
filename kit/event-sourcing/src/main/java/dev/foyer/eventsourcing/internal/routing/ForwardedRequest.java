package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.CommandMeta;
import java.util.Objects;

/** One request that an instance forwards to the owner. Class and component names are the JSON of the protocol. */
sealed interface ForwardedRequest {

    /**
     * Decide a command.
     *
     * @param format the sender's {@link dev.foyer.eventsourcing.WireFormats#exchange}: who has another one must not read it
     */
    record Submit(String type, String format, String id, RawJson command, CommandMeta meta)
            implements ForwardedRequest {
        public Submit {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(meta, "meta");
        }
    }

    /**
     * Tell the committed state.
     *
     * @param format fingerprint of the sender's states
     */
    record Read(String type, String format, String id) implements ForwardedRequest {
        public Read {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(id, "id");
        }
    }
}
