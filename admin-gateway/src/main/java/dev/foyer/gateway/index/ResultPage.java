package dev.foyer.gateway.index;

import java.util.List;

/**
 * A part of what was found.
 *
 * @param next the cursor of what follows, or {@code null} when this is the end
 * @param total how many there are in all
 */
public record ResultPage<T>(List<T> items, String next, long total) {}
