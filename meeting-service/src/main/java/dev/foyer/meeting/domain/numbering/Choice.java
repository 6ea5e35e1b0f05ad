package dev.foyer.meeting.domain.numbering;

/** The state of one wish. */
public sealed interface Choice {

    /** No ID chosen yet. */
    record Open() implements Choice {}

    /** @param conferenceId the candidate that stands; its meeting exists unless another meeting had the ID already */
    record Made(String conferenceId) implements Choice {}
}
