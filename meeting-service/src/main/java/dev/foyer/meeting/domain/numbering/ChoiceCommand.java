package dev.foyer.meeting.domain.numbering;

/** What can be asked of the choice of one request. */
public sealed interface ChoiceCommand permits ChooseConferenceId, ForgetChoice {}
