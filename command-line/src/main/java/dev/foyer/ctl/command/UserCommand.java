package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.cmdlets.Directory;
import dev.foyer.ctl.cmdlets.LineRunner;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.parser.Lines;
import dev.foyer.ctl.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Users, the short way. */
@Command(name = "user", description = "Look at users and reset their PINs.")
final class UserCommand {

    private UserCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new Get(session))
                .addSubcommand(new ListAll(session))
                .addSubcommand(new Reset(session))
                .addSubcommand(new Enable(session))
                .addSubcommand(
                        "disable",
                        simple(
                                session,
                                "Disable a user: PIN and conference ID are gone.",
                                "Disable-CsOnlineDialInConferencingUser"))
                .addSubcommand("lock", simple(session, "Refuse the PIN until it is unlocked.", "Lock-CsClientPin"))
                .addSubcommand("unlock", simple(session, "Let the PIN be tried again.", "Unlock-CsClientPin"));
    }

    private static CommandLine simple(Session session, String description, String cmdlet) {
        CommandLine command = new CommandLine(new Simple(session, cmdlet));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    /** Who is meant, in full: a cmdlet takes no beginnings. */
    private static String named(Session session, String typed) {
        return new Directory(session.gateway())
                .beginning(typed)
                .path("userPrincipalName")
                .asText();
    }

    private static Map<String, Object> shown(JsonNode user) {
        JsonNode is = user.path("conferencing");
        JsonNode lock = is.path("lock");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("User", user.path("userPrincipalName").asText());
        row.put("Name", user.path("displayName").asText());
        row.put("Enabled", is.path("enabled").asBoolean());
        row.put("ConferenceId", is.path("conferenceId").asText(null));
        row.put("Locked", lock.isObject());
        return row;
    }

    @Command(name = "get", description = "Show one user.")
    private static final class Get extends Root.Action {

        @Parameters(
                index = "0",
                paramLabel = "user",
                description = "A user name, its beginning before the @, or a display name.")
        private String user;

        Get(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            JsonNode found = new Directory(session().gateway()).beginning(user);
            JsonNode is = found.path("conferencing");
            Map<String, Object> row = shown(found);
            row.put("Id", found.path("userId").asText());
            row.put("Mail", found.path("primarySmtpAddress").asText(null));
            row.put("Language", found.path("preferredLanguage").asText(null));
            if (is.path("enabled").asBoolean()) {
                row.put("Pin", is.path("pin").asText());
                row.put("PinSetAt", is.path("pinSetAt").asText(null));
                row.put("PinSetBy", is.path("pinSetBy").asText(null));
                row.put(
                        "LockedUntil",
                        is.path("lock").isObject()
                                ? is.path("lock").path("until").asText("an administrator unlocks")
                                : null);
                row.put("FailedAttempts", is.path("failedAttempts").asInt());
                row.put("ServiceNumber", is.path("serviceNumber").asText(null));
                row.put(
                        "TollFreeServiceNumber",
                        is.path("tollFreeServiceNumber").asText(null));
                row.put(
                        "AllowPstnOnlyMeetings",
                        is.path("allowPstnOnlyMeetings").asBoolean());
            }
            Shown.one(session(), new Row(row, found));
            return ExitCode.DONE;
        }
    }

    @Command(name = "list", description = "Find users by the beginning of names, addresses or conference IDs.")
    private static final class ListAll extends Root.Action {

        @Parameters(index = "0", arity = "0..1", paramLabel = "words", description = "What to look for; absent: all.")
        private String words;

        @Option(names = "--state", paramLabel = "enabled|disabled|locked", description = "Only these.")
        private String state;

        ListAll(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            Map<String, String> query = new LinkedHashMap<>();
            if (words != null) {
                query.put("q", words);
            }
            if (state != null) {
                query.put("state", state);
            }
            Sink view = Shown.several(session());
            Pages.each(session().gateway(), "/api/v1/users", query, _ -> {}, user -> {
                session().cancel().check();
                return view.take(new Row(shown(user), user));
            });
            view.end();
            return ExitCode.DONE;
        }
    }

    /** Where a new PIN goes. */
    static final class MailOptions {

        @Option(names = "--send", description = "Mail it to the user, in spite of the tenant's switch.")
        private boolean send;

        @Option(names = "--send-to", paramLabel = "address", description = "Mail it there instead.")
        private String to;

        @Option(names = "--what-if", description = "Only say what would be done.")
        private boolean whatIf;

        private void addTo(List<String> line) {
            if (send || to != null) {
                line.add("-SendEmail");
            }
            if (to != null) {
                line.addAll(List.of("-SendEmailToAddress", to));
            }
            if (whatIf) {
                line.add("-WhatIf");
            }
        }
    }

    /** One that makes a PIN. */
    private abstract static class Making extends Root.Action {

        private final List<String> cmdlet;

        @Parameters(index = "0", paramLabel = "user", description = "Whose.")
        private String user;

        @Mixin
        private MailOptions mail;

        Making(Session session, String... cmdlet) {
            super(session);
            this.cmdlet = List.of(cmdlet);
        }

        @Override
        public ExitCode call() {
            List<String> line = new ArrayList<>(cmdlet);
            line.addAll(List.of("-Identity", named(session(), user)));
            mail.addTo(line);
            return new LineRunner(session()).run(Lines.line(line));
        }
    }

    @Command(name = "reset", description = "Give a user another PIN; it is shown this once.")
    private static final class Reset extends Making {

        Reset(Session session) {
            super(session, "Set-CsOnlineDialInConferencingUser", "-ResetLeaderPin");
        }
    }

    @Command(name = "enable", description = "Enable a user for dial-in conferencing; the PIN is shown this once.")
    private static final class Enable extends Making {

        Enable(Session session) {
            super(session, "Enable-CsOnlineDialInConferencingUser");
        }
    }

    /** One that only needs to know whom. */
    private static final class Simple extends Root.Action {

        private final String cmdlet;

        @Parameters(index = "0", paramLabel = "user", description = "Whom.")
        private String user;

        @Option(names = "--what-if", description = "Only say what would be done.")
        private boolean whatIf;

        Simple(Session session, String cmdlet) {
            super(session);
            this.cmdlet = cmdlet;
        }

        @Override
        public ExitCode call() {
            List<String> line = new ArrayList<>(List.of(cmdlet, "-Identity", named(session(), user)));
            if (whatIf) {
                line.add("-WhatIf");
            }
            return new LineRunner(session()).run(Lines.line(line));
        }
    }
}
