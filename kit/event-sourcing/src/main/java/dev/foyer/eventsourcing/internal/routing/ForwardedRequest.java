package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.CommandMeta;
import java.util.Objects;

/** One request that an instance forwards to the owner. Class and component names are the JSON of the protocol. */
sealed interface ForwardedRequest {

    /** Decide a command. */
    record Submit(String type, String id, RawJson command, CommandMeta meta) implements ForwardedRequest {
        public Submit {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(meta, "meta");
        }
    }

    /** Tell the committed state. */
    record Read(String type, String id) implements ForwardedRequest {
        public Read {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(id, "id");
        }
    }
}
