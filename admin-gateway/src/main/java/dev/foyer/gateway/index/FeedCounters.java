package dev.foyer.gateway.index;

/** What the feed did, for metrics. Called by the feed's thread. */
public interface FeedCounters {

    /** An event became visible. */
    void indexed();

    /** An event of a type that this reader does not know. */
    void skipped();

    /** A record that is left out because it cannot be read. */
    void unreadable();

    /** So many records are in the topics that the index does not show yet, as far as is known. */
    void behind(long records);
}
