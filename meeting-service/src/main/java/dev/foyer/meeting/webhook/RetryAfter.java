package dev.foyer.meeting.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** What a receiver says about when to come again (RFC 9110): seconds, or a date. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** {@code null} when it says nothing, or nothing that can be understood, or a time that is over. */
    static Duration of(String header, Instant now) {
        if (header == null) {
            return null;
        }
        String said = header.strip();
        if (SECONDS.matcher(said).matches()) {
            return Duration.ofSeconds(Long.parseLong(said));
        }
        try {
            Duration left = Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(said)));
            return left.isNegative() ? null : left;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
