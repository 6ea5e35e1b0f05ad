package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What happened. */
@Command(name = "audit", description = "Show what happened, newest first, with who and when.")
final class AuditCommand extends Root.Action {

    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([smhdw])");

    @Option(names = "--since", paramLabel = "time", description = "As 30m, 12h, 1d, 2w, or 2026-11-27T08:00:00Z.")
    private String since;

    @Option(names = "--until", paramLabel = "time", description = "The same.")
    private String until;

    @Option(names = "--user", paramLabel = "user", description = "Only what happened to this user.")
    private String user;

    @Option(names = "--actor", paramLabel = "account", description = "Only what this account did.")
    private String actor;

    @Option(names = "--type", paramLabel = "event", description = "Only these events, as PinReset.")
    private String type;

    @Option(names = "--limit", paramLabel = "n", description = "How many at most.")
    private int limit = Integer.MAX_VALUE;

    AuditCommand(Session session) {
        super(session);
    }

    @Override
    public ExitCode call() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "from", time(since));
        put(query, "to", time(until));
        put(query, "user", user);
        put(query, "actor", actor);
        put(query, "type", type);
        Sink view = Shown.several(session());
        int[] left = {limit};
        Pages.each(session().gateway(), "/api/v1/audit", query, _ -> {}, event -> {
            session().cancel().check();
            return left[0]-- > 0 && view.take(new Row(row(event), event)) && left[0] > 0;
        });
        view.end();
        return ExitCode.DONE;
    }

    private static void put(Map<String, String> query, String name, String value) {
        if (value != null) {
            query.put(name, value);
        }
    }

    static Map<String, Object> row(JsonNode event) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("At", event.path("at").asText());
        row.put("Type", event.path("type").asText());
        row.put("User", event.path("user").asText(null));
        row.put("Actor", event.path("actorName").asText(event.path("actor").asText(null)));
        row.put("Changes", changes(event));
        row.put("Reason", event.path("reason").asText(null));
        return row;
    }

    private static String changes(JsonNode event) {
        StringBuilder words = new StringBuilder();
        for (JsonNode change : event.path("changes")) {
            words.append(words.isEmpty() ? "" : "; ")
                    .append(change.path("name").asText())
                    .append(": ")
                    .append(value(change.path("from")))
                    .append(" -> ")
                    .append(value(change.path("to")));
        }
        return words.toString();
    }

    private static String value(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "none" : value.isTextual() ? value.asText() : value.toString();
    }

    /** A time as the API takes it; null stays null. */
    static String time(String typed) {
        if (typed == null) {
            return null;
        }
        Matcher ago = AGO.matcher(typed);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            Duration back = switch (ago.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                case "d" -> Duration.ofDays(count);
                default -> Duration.ofDays(7 * count);
            };
            return Instant.now().minus(back).truncatedTo(ChronoUnit.SECONDS).toString();
        }
        try {
            return Instant.parse(typed).toString();
        } catch (DateTimeParseException _) {
            throw CtlException.usage(
                    "\"" + typed + "\" is no time; give one such as 30m, 12h, 1d, 2w or 2026-11-27T08:00:00Z.");
        }
    }
}
