package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;

/**
 * The headers of a journal record, in the order in which they are written; before format 2 the first one was not there. Their texts
 * are part of the stored format.
 */
enum JournalHeader {
    FORMAT("fmt"),
    TYPE("type"),
    SEQUENCE("seq"),
    COMMAND("cmd"),
    CORRELATION("corr"),
    ACTOR("actor"),
    ROLE("role"),
    ANSWER_TYPE("answer-type"),
    ANSWER("answer"),
    /** When it was for its aggregate, in milliseconds since the epoch; only where that is later than the record's own time. */
    TIME("time");

    final String text;

    JournalHeader(String text) {
        this.text = text;
    }

    void put(Headers headers, String value) {
        headers.add(text, value.getBytes(UTF_8));
    }
}
