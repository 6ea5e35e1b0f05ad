package dev.foyer.meeting.domain.numbering;

/** The request was answered so long ago that it does not come again; what the timer asks. */
public record ForgetChoice() implements ChoiceCommand {}
