package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Json;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.client.Refused;
import dev.foyer.ctl.client.Run;
import dev.foyer.ctl.output.CsvReader;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.session.Progress;
import dev.foyer.ctl.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Bulk work that Foyer does by itself, at its pace, whether we are there or not. */
@Command(name = "campaign", description = "Have Foyer enable or reset many users by itself, and watch it.")
final class CampaignCommand {

    static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final long EVERY_MILLIS = 1_000;
    private static final List<String> NAMES = List.of("userPrincipalName", "Identity", "userId", "user");

    private CampaignCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new CampaignCommand())
                .addSubcommand(new Begin(session))
                .addSubcommand(new ListAll(session))
                .addSubcommand("watch", simple(session, "Show how far one is, until it ends.", ""))
                .addSubcommand(new CampaignResult(session))
                .addSubcommand("stop", simple(session, "Stop one; whose turn it is is still done.", "stop"))
                .addSubcommand("continue", simple(session, "Let a stopped one go on.", "continue"));
    }

    private static CommandLine simple(Session session, String description, String action) {
        CommandLine command = new CommandLine(new Simple(session, action));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    @Command(
            name = "run",
            description = {
                "Have it done to everybody in a CSV file, with a progress bar.",
                "The file has a line of names, one of them userPrincipalName, Identity or userId; or one user a line."
            })
    private static final class Begin extends Root.Action {

        @Parameters(index = "0", paramLabel = "file.csv", description = "Who.")
        private Path file;

        @Option(
                names = "--action",
                paramLabel = "reset-pin|enable|reissue-short-pins",
                defaultValue = "reset-pin",
                description = "What; reset-pin when absent.")
        private String action;

        @Option(names = "--what-if", description = "Only say what would become of whom.")
        private boolean whatIf;

        @Option(names = "--no-wait", description = "Do not watch it.")
        private boolean noWait;

        Begin(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            List<String> users = users(file);
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("action", action.toUpperCase(Locale.ROOT).replace('-', '_'));
            body.put("users", users);
            body.put("dryRun", whatIf);
            if (whatIf) {
                JsonNode begun = session().gateway().post(CAMPAIGNS, body);
                Map<String, Object> row = new LinkedHashMap<>();
                for (String name : List.of("action", "users", "possible", "unchanged", "failed", "reasons", "mails")) {
                    JsonNode value = begun.path(name);
                    row.put(
                            Character.toUpperCase(name.charAt(0)) + name.substring(1),
                            value.isInt()
                                    ? (Object) value.asInt()
                                    : value.isTextual() ? value.asText() : Json.line(value));
                }
                Shown.one(session(), new Row(row, begun));
                return ExitCode.DONE;
            }
            String id = begun(body).path("id").asText();
            session().console().say("Campaign " + id + " has begun, with " + users.size() + " users.");
            return noWait ? ExitCode.DONE : watch(session(), id);
        }

        /** The same users again after no answer are the same campaign: two would give everybody two PINs. */
        private JsonNode begun(Map<String, Object> body) {
            Run kept = session().run("campaign run " + Json.line(body));
            try {
                JsonNode begun = session().gateway().post(CAMPAIGNS, body, kept.key("campaign"));
                kept.end();
                return begun;
            } catch (Refused refused) {
                if (refused.code() == ExitCode.REFUSED || refused.code() == ExitCode.NO_RIGHTS) {
                    kept.end();
                }
                throw refused;
            }
        }
    }

    /** Of the column that names users, or of the first one when the first line names no column. */
    static List<String> users(Path file) {
        char separator;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String first = Optional.ofNullable(in.readLine()).orElse("");
            // As the gateway reads such a file: spreadsheets write ; where a comma divides decimals.
            separator = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
        } catch (IOException e) {
            throw unreadable(file);
        }
        try (BufferedReader in = Files.newBufferedReader(file)) {
            CsvReader csv = new CsvReader(in, separator);
            List<String> head = csv.next().orElseThrow(() -> CtlException.usage(file + " is empty."));
            Optional<String> named = head.stream()
                    .filter(each -> NAMES.stream().anyMatch(each.strip()::equalsIgnoreCase))
                    .findFirst();
            int column = named.map(head::indexOf).orElse(0);
            List<String> users = new ArrayList<>();
            if (named.isEmpty()) {
                users.add(head.getFirst().strip());
            }
            for (var cells = csv.next(); cells.isPresent(); cells = csv.next()) {
                if (column < cells.get().size() && !cells.get().get(column).isBlank()) {
                    users.add(cells.get().get(column).strip());
                }
            }
            return users;
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file);
        }
    }

    private static CtlException unreadable(Path file) {
        return CtlException.usage(file + " could not be read: check the path, and that it is UTF-8.");
    }

    /** It goes on when we stop watching. */
    private static ExitCode watch(Session session, String id) {
        Progress progress = session.progress();
        try {
            while (true) {
                JsonNode now = session.gateway().get(CAMPAIGNS + "/" + Pages.segment(id));
                int users = now.path("users").asInt();
                int through = users - now.path("left").asInt();
                int failed = now.path("failed").asInt();
                String waits = now.path("awaiting").asText("");
                String words = through + " of " + users + ", " + failed + " failed"
                        + (waits.isEmpty()
                                ? ""
                                : ", waits: " + waits.toLowerCase(Locale.ROOT).replace('_', ' '));
                progress.at(through, users, words);
                if (!now.path("state").asText().equals("RUNNING")) {
                    progress.clear();
                    String more =
                            failed > 0 ? "; foyerctl campaign result " + id + " --failed shows whom and why." : ".";
                    session.console().say("Campaign " + id + " is " + state(now) + ": " + words + more);
                    return through < users ? ExitCode.STOPPED : failed > 0 ? ExitCode.REFUSED : ExitCode.DONE;
                }
                session.cancel().pause(EVERY_MILLIS);
            }
        } catch (CtlException e) {
            progress.clear();
            if (e.code() == ExitCode.STOPPED || e.code() == ExitCode.AWAY) {
                session.console()
                        .say("Campaign " + id + " goes on without us: foyerctl campaign watch " + id
                                + " shows how far it is, campaign stop stops it.");
            }
            throw e;
        }
    }

    private static String state(JsonNode campaign) {
        return campaign.path("state").asText().toLowerCase(Locale.ROOT);
    }

    @Command(name = "list", description = "Show campaigns, the latest first.")
    private static final class ListAll extends Root.Action {

        ListAll(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            Sink view = Shown.several(session());
            Pages.each(session().gateway(), CAMPAIGNS, Map.of(), _ -> {}, one -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("Id", one.path("id").asText());
                row.put("Action", one.path("action").asText());
                row.put("State", one.path("state").asText());
                row.put("Users", one.path("users").asInt());
                row.put("Left", one.path("left").asInt());
                row.put("Failed", one.path("failed").asInt());
                row.put("By", one.path("createdBy").asText(null));
                return view.take(new Row(row, one));
            });
            view.end();
            return ExitCode.DONE;
        }
    }

    /** One that only needs to know which. */
    private static final class Simple extends Root.Action {

        private final String action;

        @Parameters(index = "0", paramLabel = "id", description = "As campaign list shows it.")
        private String id;

        Simple(Session session, String action) {
            super(session);
            this.action = action;
        }

        @Override
        public ExitCode call() {
            if (action.isEmpty()) {
                return watch(session(), id);
            }
            JsonNode now = session().gateway().post(CAMPAIGNS + "/" + Pages.segment(id) + "/" + action, null);
            session().console().say("Campaign " + id + " is " + state(now) + ".");
            return ExitCode.DONE;
        }
    }
}
