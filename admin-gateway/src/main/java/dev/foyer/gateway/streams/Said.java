package dev.foyer.gateway.streams;

/**
 * What those of one tenant are told of a record.
 *
 * @param subject what it is about, for those who do not want, or may not have, everything
 * @param name of the event
 * @param json its data, in one line
 */
public record Said(String tenant, String subject, String name, String json) {}
