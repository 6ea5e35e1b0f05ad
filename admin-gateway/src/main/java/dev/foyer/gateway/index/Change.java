package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing that an event changed.
 *
 * @param name as the API calls it
 * @param from {@code null}: it was not there
 * @param to {@code null}: it is no more
 */
public record Change(String name, JsonNode from, JsonNode to) {}
