package dev.foyer.eventsourcing.deadletters;

/**
 * Where a letter lies in the topic of its service, and where the record was read that it is about.
 *
 * @param partition and {@code offset}: of the letter
 * @param topic and {@code originPartition}, {@code originOffset}: of the record
 */
public record LetterPlace(int partition, long offset, String topic, int originPartition, long originOffset) {}
