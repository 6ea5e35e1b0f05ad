package dev.foyer.pin.domain.pin;

/**
 * How new PINs of a tenant look. Existing PINs know nothing of it.
 *
 * @param length digits, 4 to 12
 * @param phoneSafe no leading 0, no doubled neighbouring digit: some carriers misread them
 */
public record PinPolicy(int length, boolean phoneSafe) {}
