package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.session.Session;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Meetings and their lobbies. */
@Command(name = "meeting", description = "Look at meetings and who waits.")
final class MeetingCommand {

    private static final long EVERY_MILLIS = 2_000;

    private MeetingCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new MeetingCommand())
                .addSubcommand(new ListAll(session))
                .addSubcommand(new Watch(session));
    }

    private static Map<String, Object> row(JsonNode meeting) {
        JsonNode counts = meeting.path("counts");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ConferenceId", meeting.path("conferenceId").asText());
        row.put("Organizer", meeting.path("organizer").asText(null));
        row.put("Phase", meeting.path("phase").asText());
        row.put("Waiting", counts.path("waiting").asLong());
        row.put("Joined", counts.path("admitted").asLong());
        row.put("Since", meeting.path("startedAt").asText(null));
        return row;
    }

    @Command(name = "list", description = "Show meetings.")
    private static final class ListAll extends Root.Action {

        @Option(names = "--phase", paramLabel = "WAITING|RUNNING|ENDED", description = "Only these.")
        private String phase;

        @Option(names = "--organizer", paramLabel = "user", description = "Only this user's.")
        private String organizer;

        ListAll(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            Map<String, String> query = new HashMap<>();
            if (phase != null) {
                query.put("phase", phase.toUpperCase(java.util.Locale.ROOT));
            }
            if (organizer != null) {
                query.put("organizer", organizer);
            }
            Sink view = Shown.several(session());
            Pages.each(session().gateway(), "/api/v1/meetings", query, _ -> {}, meeting -> {
                session().cancel().check();
                return view.take(new Row(row(meeting), meeting));
            });
            view.end();
            return ExitCode.DONE;
        }
    }

    @Command(name = "watch", description = "Tell of each meeting that changes, until Ctrl-C.")
    private static final class Watch extends Root.Action {

        @Option(names = "--times", paramLabel = "n", description = "Look so often and end; without: until Ctrl-C.")
        private int times;

        Watch(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            Map<String, String> before = new HashMap<>();
            for (int i = 0; times == 0 || i < times; i++) {
                if (i > 0) {
                    session().cancel().pause(EVERY_MILLIS);
                }
                Map<String, String> now = new HashMap<>();
                for (String phase : new String[] {"WAITING", "RUNNING"}) {
                    Pages.each(session().gateway(), "/api/v1/meetings", Map.of("phase", phase), _ -> {}, meeting -> {
                        now.put(meeting.path("conferenceId").asText(), sentence(meeting));
                        return true;
                    });
                }
                tell(before, now);
                before.clear();
                before.putAll(now);
            }
            return ExitCode.DONE;
        }

        private void tell(Map<String, String> before, Map<String, String> now) {
            now.forEach((id, sentence) -> {
                if (!sentence.equals(before.get(id))) {
                    session().console().out().println(sentence);
                }
            });
            before.keySet().stream()
                    .filter(id -> !now.containsKey(id))
                    .forEach(id -> session().console().out().println(id + ": nobody is there any more"));
            session().console().out().flush();
        }

        private static String sentence(JsonNode meeting) {
            JsonNode counts = meeting.path("counts");
            return meeting.path("conferenceId").asText() + " of "
                    + meeting.path("organizer").asText("nobody") + ": "
                    + (meeting.path("phase").asText().equals("RUNNING") ? "running" : "not started") + ", "
                    + counts.path("waiting").asLong() + " waiting, "
                    + counts.path("admitted").asLong() + " joined";
        }
    }
}
