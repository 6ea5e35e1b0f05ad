package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.CommandMeta;
import java.util.Objects;

/** One thing that an instance asks of the owner. */
sealed interface ForwardedRequest {

    /** To decide a command. */
    record Submit(String type, String id, RawJson command, CommandMeta meta) implements ForwardedRequest {
        public Submit {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(meta, "meta");
        }
    }

    /** To tell the committed state. */
    record Read(String type, String id) implements ForwardedRequest {
        public Read {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(id, "id");
        }
    }
}
