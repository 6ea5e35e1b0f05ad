package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Json;
import dev.foyer.ctl.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;

/** What changes in the tenant, as it happens, however often the connection has to be made anew. */
final class LiveChanges {

    private static final long BEFORE_COMING_BACK_MILLIS = 1_000;
    private static final long WHILE_AWAY_MILLIS = 2_000;
    /** The gateway says each 15 s that a connection is alive. */
    private static final Duration SILENCE = Duration.ofMinutes(1);
    /** All equally long, so that what stands behind them is in one column. */
    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** Who is told. What it throws because the gateway is away is repeated when it is back. */
    interface Listener {

        /** The connection stands for the first time: nothing that happens from now on is left out. */
        default void begun() {}

        /** Something may have been left out. */
        void missed();

        void changed(JsonNode change);

        /** Whether anything more is. */
        boolean wanted();
    }

    private final Session session;
    private final Duration silence;
    private final Listener listener;
    private String last = "";
    private boolean begun;
    private boolean awayTold;
    private volatile long heardAt;

    LiveChanges(Session session, Listener listener) {
        this(session, listener, SILENCE);
    }

    /** @param silence after which a connection is taken for dead */
    LiveChanges(Session session, Listener listener, Duration silence) {
        this.session = session;
        this.listener = listener;
        this.silence = silence;
    }

    /** When something happened, as the API writes it. */
    static String moment(String at) {
        try {
            return MOMENT.format(Instant.parse(at));
        } catch (DateTimeException _) {
            return at;
        }
    }

    /** Until no more is wanted, or Ctrl-C. */
    void tell() {
        while (listener.wanted()) {
            // Each connection ends after a while, and is taken up where it was.
            boolean away = connection();
            if (listener.wanted()) {
                session.cancel().pause(away ? WHILE_AWAY_MILLIS : BEFORE_COMING_BACK_MILLIS);
            }
        }
    }

    /** @return whether the gateway is away; who has never listened is told so instead */
    private boolean connection() {
        try (InputStream stream =
                session.gateway().stream("/api/v1/live", last.isEmpty() ? Map.of() : Map.of("Last-Event-ID", last))) {
            session.cancel().whenPressed(() -> close(stream));
            awayTold = false;
            Thread watching = watching(stream);
            try {
                listen(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
            } finally {
                watching.interrupt();
            }
        } catch (IOException _) {
            session.cancel().check();
        } catch (CtlException e) {
            session.cancel().check();
            if (e.code() != ExitCode.AWAY || last.isEmpty()) {
                throw e;
            }
            if (!awayTold) {
                session.console().warn("The gateway is away; this goes on where it was when it is back.");
                awayTold = true;
            }
            return true;
        }
        return false;
    }

    /** Ends a connection of which nothing is heard any more: a network that goes away says nothing. */
    private Thread watching(InputStream stream) {
        heardAt = System.nanoTime();
        return Thread.ofVirtual().start(() -> {
            try {
                while (System.nanoTime() - heardAt < silence.toNanos()) {
                    Thread.sleep(silence.dividedBy(10));
                }
                close(stream);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException _) {
            // It is closed all the same.
        }
    }

    private void listen(BufferedReader in) throws IOException {
        // What has no id, such as a comment of a proxy between, leaves us where we are.
        String id = last;
        String event = "";
        for (String line = in.readLine(); line != null && listener.wanted(); line = in.readLine()) {
            heardAt = System.nanoTime();
            session.cancel().check();
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:") && event.equals("changed")) {
                begin();
                if (!listener.wanted()) {
                    return;
                }
                listener.changed(Json.parse(line.substring(5)));
                // Looking something up may have taken as long as a silence.
                heardAt = System.nanoTime();
            } else if (line.isEmpty()) {
                begin();
                if (event.equals("reset")) {
                    listener.missed();
                }
                // Also of what only says that the connection is alive: up to there nothing is missing.
                last = id;
                event = "";
            }
        }
    }

    private void begin() {
        if (!begun) {
            listener.begun();
            begun = true;
            heardAt = System.nanoTime();
        }
    }
}
