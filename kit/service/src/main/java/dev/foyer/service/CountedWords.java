package dev.foyer.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A counter by one word of a closed list. All of its series are there from the start, with 0: what appears only with its first
 * count has no rate, and the alert that waits for it would miss just that one. Thread-safe.
 */
public final class CountedWords {

    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final String label;
    private final Tags more;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    private CountedWords(MeterRegistry registry, String name, String description, String label, Tags more) {
        this.registry = registry;
        this.name = name;
        this.description = description;
        this.label = label;
        this.more = more;
    }

    /** @param words of ours: never what comes from outside, since each is a series for ever */
    public static CountedWords of(
            MeterRegistry registry, String name, String description, String label, Collection<String> words) {
        return of(registry, name, description, label, words, Tags.empty());
    }

    /** @param more labels that all of them have */
    public static CountedWords of(
            MeterRegistry registry,
            String name,
            String description,
            String label,
            Collection<String> words,
            Tags more) {
        CountedWords counted = new CountedWords(registry, name, description, label, more);
        words.forEach(counted::counter);
        return counted;
    }

    /** Once more. */
    public void count(String word) {
        count(word, 1);
    }

    /** So many more. */
    public void count(String word, int many) {
        counter(word).increment(many);
    }

    private Counter counter(String word) {
        return counters.computeIfAbsent(
                word,
                same -> Counter.builder(name)
                        .description(description)
                        .tags(more.and(label, same))
                        .register(registry));
    }
}
