package dev.foyer.local.observe;

import java.util.Optional;

/**
 * How Foyer is observed.
 *
 * @param interval of reading metrics and judging rules, as Prometheus writes it
 * @param rules instead of the committed ones
 */
public record ObserverSettings(String interval, Optional<String> rules) {

    /** As operators have it. */
    public static final ObserverSettings USUAL = new ObserverSettings("5s", Optional.empty());
}
