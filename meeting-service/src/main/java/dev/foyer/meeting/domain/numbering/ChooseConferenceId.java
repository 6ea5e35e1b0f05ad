package dev.foyer.meeting.domain.numbering;

/**
 * Takes a candidate unless one was chosen already.
 *
 * @param candidate 9 random digits
 * @param taken the chosen candidate that turned out to be another meeting's, or {@code null} at first
 */
public record ChooseConferenceId(String candidate, String taken) implements ChoiceCommand {}
