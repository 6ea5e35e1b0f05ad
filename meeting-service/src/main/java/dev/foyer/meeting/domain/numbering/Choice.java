package dev.foyer.meeting.domain.numbering;

/** The conference ID of one request to schedule a meeting. */
public sealed interface Choice {

    /** No ID chosen yet. */
    record Open() implements Choice {}

    /** @param conferenceId the chosen candidate; its meeting exists unless another meeting had the ID already */
    record Made(String conferenceId) implements Choice {}
}
