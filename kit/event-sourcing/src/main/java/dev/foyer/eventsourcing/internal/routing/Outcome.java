package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.Position;
import dev.foyer.base.Unavailable;
import java.util.List;
import java.util.Objects;

/** The owner's answer to one {@link ForwardedRequest}. Class and component names are the JSON of the protocol. */
sealed interface Outcome {

    /** Accepted and durable. */
    record Done(RawJson answer, List<Position> positions, boolean repeated) implements Outcome {
        public Done {
            Objects.requireNonNull(answer, "answer");
            positions = List.copyOf(positions);
        }
    }

    /** Nothing changed. */
    record Refused(RawJson reason) implements Outcome {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The answer to a read. */
    record State(RawJson state) implements Outcome {
        public State {
            Objects.requireNonNull(state, "state");
        }
    }

    /** Not here or not now. */
    record NotNow(Unavailable.Reason reason, String detail) implements Outcome {
        public NotNow {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** This instance runs another version, which has no such type or writes it otherwise. */
    record NotUnderstood() implements Outcome {}

    /** A bug at the owner; its log tells more under this id. */
    record Failed(String failureId) implements Outcome {}
}
