package dev.foyer.eventsourcing.inbound;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What became of others' records, as {@code foyer.inbound.records} by group and outcome. Neither topics nor types are tags:
 * others choose them, and every one would be a series for ever. Thread-safe.
 */
final class InboundCounters {

    private final Counter handled;
    private final Counter skipped;
    private final Counter deadLetters;
    private final Counter retried;

    InboundCounters(MeterRegistry registry, String group) {
        this.handled = counter(registry, group, "handled");
        this.skipped = counter(registry, group, "skipped");
        this.deadLetters = counter(registry, group, "dead-letter");
        this.retried = counter(registry, group, "retried");
    }

    private static Counter counter(MeterRegistry registry, String group, String outcome) {
        return Counter.builder("foyer.inbound.records")
                .description(
                        "Records of others' topics: handled, skipped as of unknown type, sent to the dead-letter topic, tried again")
                .tag("group", group)
                .tag("outcome", outcome)
                .register(registry);
    }

    void handled() {
        handled.increment();
    }

    void skipped() {
        skipped.increment();
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void retried() {
        retried.increment();
    }
}
