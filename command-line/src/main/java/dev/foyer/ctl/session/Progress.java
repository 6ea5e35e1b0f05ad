package dev.foyer.ctl.session;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far something long is: one line of a terminal that is written over, with the time that is left; nothing elsewhere. */
public final class Progress {

    private static final int BAR = 30;
    private static final long NEXT = Duration.ofMillis(200).toNanos();
    private static final long GUESS = Duration.ofSeconds(5).toNanos();

    private final Console console;
    private final LongSupplier nanos;
    private long begun;
    private long doneAtBegin = -1;
    private long shownAt;
    private int width;

    public Progress(Console console) {
        this(console, System::nanoTime);
    }

    Progress(Console console, LongSupplier nanos) {
        this.console = console;
        this.nanos = nanos;
    }

    /**
     * Shows it, unless it did a moment ago.
     *
     * @param total negative or 0: nobody knows
     * @param words behind the bar
     */
    public void at(long done, long total, String words) {
        long now = nanos.getAsLong();
        if (doneAtBegin < 0) {
            begun = now;
            doneAtBegin = done;
        } else if (now - shownAt < NEXT) {
            return;
        }
        shownAt = now;
        if (console.interactive()) {
            String line = (total > 0 ? bar(done, total) + " " : "") + words + left(done, total, now - begun);
            write(line.length() < console.width() ? line : line.substring(0, console.width() - 1));
        }
    }

    private static String bar(long done, long total) {
        int filled = (int) (BAR * Math.min(done, total) / total);
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
    }

    /** By what was done since the beginning of this try: what an earlier one did took no time now. */
    private String left(long done, long total, long nanosSince) {
        long since = done - doneAtBegin;
        if (total <= done || since <= 0 || nanosSince < GUESS) {
            return "";
        }
        long seconds = (long) ((double) nanosSince / since * (total - done) / 1_000_000_000);
        return seconds < 90
                ? String.format(Locale.ROOT, ", %d s left", seconds)
                : String.format(Locale.ROOT, ", %d min left", Math.round(seconds / 60.0));
    }

    /** Takes it from the terminal, so that something else can be said there. */
    public void clear() {
        if (width > 0) {
            write("");
            console.err().print("\r");
            console.err().flush();
            width = 0;
        }
    }

    private void write(String line) {
        console.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        console.err().flush();
        width = line.length();
    }
}
