package dev.foyer.meeting.domain;

/**
 * One call leg (E5): its id is its identity, its number is only shown to people.
 *
 * @param id given by the bridge, never used again for another leg
 * @param from the caller's number as the bridge says it, or {@code null}
 */
public record Call(String id, String from) {}
