package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Json;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.client.Refused;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Meetings and their lobbies. */
@Command(name = "meeting", description = "Look at meetings and who waits.")
final class MeetingCommand {

    private static final String MEETINGS = "/api/v1/meetings";

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
            Pages.each(session().gateway(), MEETINGS, query, _ -> {}, meeting -> {
                session().cancel().check();
                return view.take(new Row(row(meeting), meeting));
            });
            view.end();
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "watch",
            description = "Tell of each meeting in which somebody waits or talks, now and as it changes, until Ctrl-C.")
    private static final class Watch extends Root.Action implements LiveChanges.Listener {

        private static final String OVER = "nobody is there any more";

        @Option(names = "--count", paramLabel = "n", description = "End after so many lines; without: never.")
        private int count = Integer.MAX_VALUE;

        /** What was last said of each in which somebody is. */
        private final Map<String, String> told = new HashMap<>();

        Watch(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            if (count < 1) {
                throw CtlException.usage("--count takes a number from 1 on.");
            }
            new LiveChanges(session(), this).tell();
            return ExitCode.DONE;
        }

        @Override
        public void begun() {
            session().console().say("Watching; Ctrl-C ends it.");
            look();
        }

        private void look() {
            for (String phase : new String[] {"RUNNING", "WAITING"}) {
                if (!wanted()) {
                    return;
                }
                Pages.each(session().gateway(), MEETINGS, Map.of("phase", phase), _ -> {}, meeting -> {
                    session().cancel().check();
                    tell(Instant.now().toString(), meeting);
                    return wanted();
                });
            }
            if (told.isEmpty()) {
                session().console().say("Nobody waits, and no meeting runs.");
            }
        }

        @Override
        public void missed() {
            for (String id : List.copyOf(told.keySet())) {
                tell(Instant.now().toString(), meeting(id));
            }
            look();
        }

        @Override
        public boolean wanted() {
            return count > 0;
        }

        @Override
        public void changed(JsonNode change) {
            if (change.path("kind").asText().equals("MEETING")) {
                tell(change.path("at").asText(), meeting(change.path("id").asText()));
            }
        }

        /** One whose conference ID is nobody's any more is over, too. */
        private JsonNode meeting(String id) {
            try {
                return session().gateway().get(MEETINGS + "/" + Pages.segment(id));
            } catch (Refused gone) {
                if (gone.status() != 404) {
                    throw gone;
                }
                return JsonNodeFactory.instance.objectNode().put("conferenceId", id);
            }
        }

        /** Most meetings are rooms in which nobody is; of those nothing is said. */
        private void tell(String at, JsonNode meeting) {
            String id = meeting.path("conferenceId").asText();
            String now = sentence(meeting);
            String before = now.equals(OVER) ? told.remove(id) : told.put(id, now);
            if (now.equals(before) || now.equals(OVER) && before == null) {
                return;
            }
            var out = session().console().out();
            if (session().options().format() == Options.Format.JSON) {
                out.println(Json.line(meeting));
            } else {
                String whose = meeting.path("organizer").asText("");
                out.println(LiveChanges.moment(at) + "  " + id + (whose.isEmpty() ? "" : " of " + whose) + ": " + now);
            }
            out.flush();
            count--;
        }

        private static String sentence(JsonNode meeting) {
            JsonNode counts = meeting.path("counts");
            long waiting = counts.path("waiting").asLong();
            long joined = counts.path("admitted").asLong();
            boolean running = meeting.path("phase").asText().equals("RUNNING");
            if (!running
                    && (waiting + joined == 0 || meeting.path("phase").asText().equals("ENDED"))) {
                return OVER;
            }
            return (running ? "running, " : "not started, ") + waiting + " waiting, " + joined + " joined";
        }
    }
}
