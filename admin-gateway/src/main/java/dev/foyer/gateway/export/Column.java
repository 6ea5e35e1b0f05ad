package dev.foyer.gateway.export;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param name stands in the first line, and stays the same between versions
 * @param value of a row; {@code null} is an empty cell
 */
public record Column<T>(String name, Function<T, ?> value) {}
