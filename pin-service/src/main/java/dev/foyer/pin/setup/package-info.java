/**
 * The roof, which nobody else may know: configuration, the aggregates with all they need, the interfaces of
 * {@code dev.foyer.pin} by the kit's commands, key files, health. Begin with {@code PinService}.
 */
package dev.foyer.pin.setup;
