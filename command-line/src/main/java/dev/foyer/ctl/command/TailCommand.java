package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Json;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What changes, as it happens. */
@Command(name = "tail", description = "Tell of each change in the tenant as it happens, until Ctrl-C.")
final class TailCommand extends Root.Action {

    private static final long BEFORE_COMING_BACK_MILLIS = 1_000;
    private static final long WHILE_AWAY_MILLIS = 2_000;
    /** The gateway says each 15 s that a connection is alive. */
    private static final Duration SILENCE = Duration.ofMinutes(1);
    /** Another one would be waited for for ever. */
    private static final Set<String> KINDS = new LinkedHashSet<>(List.of(
            "USER",
            "NOTIFICATION",
            "MEETING",
            "SETTINGS",
            "SCAN",
            "WEBHOOK",
            "CAMPAIGN",
            "DEAD_LETTER",
            "SCIM_TOKEN",
            "CALL",
            "ACCOUNT",
            "TENANT"));

    @Option(
            names = "--kind",
            paramLabel = "kind",
            description =
                    "Only these: USER, NOTIFICATION, MEETING or SETTINGS; for who may read the audit also SCAN, WEBHOOK,"
                            + " CAMPAIGN, DEAD_LETTER, SCIM_TOKEN, CALL, ACCOUNT or TENANT.")
    private String kind;

    @Option(names = "--count", paramLabel = "n", description = "End after so many; without: never.")
    private int count = Integer.MAX_VALUE;

    private final Duration silence;
    private String last = "";
    private boolean awayTold;
    private volatile long heardAt;

    TailCommand(Session session) {
        this(session, SILENCE);
    }

    TailCommand(Session session, Duration silence) {
        super(session);
        this.silence = silence;
    }

    @Override
    public ExitCode call() {
        if (kind != null && !KINDS.contains(kind.toUpperCase(Locale.ROOT))) {
            throw CtlException.usage(
                    "--kind takes " + String.join(", ", KINDS) + ", and \"" + kind + "\" is none of them.");
        }
        session().console().say("Listening; Ctrl-C ends it.");
        while (count > 0) {
            // Each connection ends after a while, and is taken up where it was.
            boolean away = connection();
            if (count > 0) {
                session().cancel().pause(away ? WHILE_AWAY_MILLIS : BEFORE_COMING_BACK_MILLIS);
            }
        }
        return ExitCode.DONE;
    }

    /** @return whether the gateway is away; who has never listened is told so instead */
    private boolean connection() {
        try (InputStream stream =
                session().gateway().stream("/api/v1/live", last.isEmpty() ? Map.of() : Map.of("Last-Event-ID", last))) {
            session().cancel().whenPressed(() -> close(stream));
            awayTold = false;
            Thread watching = watching(stream);
            try {
                listen(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
            } finally {
                watching.interrupt();
            }
        } catch (IOException _) {
            session().cancel().check();
        } catch (CtlException e) {
            session().cancel().check();
            if (e.code() != ExitCode.AWAY || last.isEmpty()) {
                throw e;
            }
            if (!awayTold) {
                session().console().warn("The gateway is away; this goes on where it was when it is back.");
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
        for (String line = in.readLine(); line != null && count > 0; line = in.readLine()) {
            heardAt = System.nanoTime();
            session().cancel().check();
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:") && event.equals("changed")) {
                tell(Json.parse(line.substring(5)));
            } else if (line.isEmpty()) {
                if (event.equals("reset")) {
                    session().console().warn("Something may be missing here: foyerctl audit --since 1h has all of it.");
                }
                // Also of what only says that the connection is alive: up to there nothing is missing.
                last = id;
                event = "";
            }
        }
    }

    private void tell(JsonNode change) {
        if (kind != null && !kind.equalsIgnoreCase(change.path("kind").asText())) {
            return;
        }
        var out = session().console().out();
        if (session().options().format() == Options.Format.JSON) {
            out.println(Json.line(change));
        } else {
            String of = change.path("user").asText(change.path("id").asText());
            out.println(change.path("at").asText() + "  " + change.path("type").asText() + "  " + of);
        }
        out.flush();
        count--;
    }
}
