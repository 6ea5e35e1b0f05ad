/**
 * What others see: one record per public event type and version, the mapping from private events, and how keys and
 * telephone numbers are written. The schemas and examples lie in {@code src/main/resources/contracts}; a shipped one is
 * never edited.
 */
package dev.foyer.pin.contract;
