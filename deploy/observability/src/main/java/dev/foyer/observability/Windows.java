package dev.foyer.observability;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes durations into texts: {@code ${5m}} as Prometheus has them, {@code ${=15m}} as a number of seconds.
 *
 * @param shorter by how much all are divided: 1 for operators, more for a trial that cannot wait for hours
 */
public record Windows(int shorter) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(=?)(\\d+)([smhd])}");
    private static final int MILLIS = 1_000;

    /** As they are meant. */
    public static final Windows WHOLE = new Windows(1);

    /** The text with all of them filled in. */
    public String fill(String text) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(1).isEmpty()
                                ? duration(shortened(place.group(2), place.group(3)))
                                : seconds(shortened(place.group(2), place.group(3)))));
    }

    private Duration shortened(String number, String unit) {
        return Duration.parse(
                        unit.equals("d") ? "P" + number + "D" : "PT" + number + unit.toUpperCase(java.util.Locale.ROOT))
                .dividedBy(shorter);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % MILLIS == 0
                ? Long.toString(duration.toSeconds())
                : Double.toString(duration.toMillis() / (double) MILLIS);
    }

    private static String duration(Duration duration) {
        if (duration.toMillis() % MILLIS != 0) {
            return duration.toMillis() + "ms";
        }
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0 && seconds > 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0 && seconds > 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
