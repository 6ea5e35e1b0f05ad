package dev.foyer.meeting.domain.numbering;

import dev.foyer.meeting.domain.Forgetfulness;
import java.time.Instant;
import java.util.Optional;

/** The conference ID of one request to schedule a meeting. */
public sealed interface Choice {

    /** No ID chosen yet. */
    record Open() implements Choice {}

    /**
     * @param conferenceId the chosen candidate; its meeting exists unless another meeting had the ID already
     * @param at {@code null}: nobody knows any more, so it is kept
     */
    record Made(String conferenceId, Instant at) implements Choice {}

    /** When the request does not come again. */
    default Optional<Instant> forgottenAt() {
        return switch (this) {
            case Open() -> Optional.empty();
            case Made(String _, Instant madeAt) ->
                Optional.ofNullable(madeAt).map(made -> made.plus(Forgetfulness.KEPT));
        };
    }
}
