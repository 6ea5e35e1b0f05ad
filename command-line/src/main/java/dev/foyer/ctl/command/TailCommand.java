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
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What changes, as it happens. */
@Command(name = "tail", description = "Tell of each change in the tenant as it happens, until Ctrl-C.")
final class TailCommand extends Root.Action {

    private static final long BEFORE_COMING_BACK_MILLIS = 1_000;
    private static final long WHILE_AWAY_MILLIS = 2_000;

    @Option(names = "--kind", paramLabel = "USER|NOTIFICATION|MEETING|SETTINGS", description = "Only these.")
    private String kind;

    @Option(names = "--count", paramLabel = "n", description = "End after so many; without: never.")
    private int count = Integer.MAX_VALUE;

    private String last = "";
    private boolean awayTold;

    TailCommand(Session session) {
        super(session);
    }

    @Override
    public ExitCode call() {
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
            listen(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
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

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException _) {
            // It is closed all the same.
        }
    }

    private void listen(BufferedReader in) throws IOException {
        String id = "";
        String event = "";
        for (String line = in.readLine(); line != null && count > 0; line = in.readLine()) {
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
