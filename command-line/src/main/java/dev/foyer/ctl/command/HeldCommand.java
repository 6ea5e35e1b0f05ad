package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.client.Pages;
import dev.foyer.ctl.output.Row;
import dev.foyer.ctl.output.Sink;
import dev.foyer.ctl.session.Options;
import dev.foyer.ctl.session.Session;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mails that wait for an administrator. */
@Command(name = "held", description = "Look at held mails, send them, or see a PIN that nobody has seen yet.")
final class HeldCommand {

    private static final String MAILS = "/api/v1/notifications";

    private HeldCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new HeldCommand())
                .addSubcommand(new ListAll(session))
                .addSubcommand(new Send(session))
                .addSubcommand(new Reveal(session))
                .addSubcommand(
                        "hand-over",
                        simple(session, "Say that the user has it by other means.", "hand-over", "is handed over"))
                .addSubcommand(
                        "discard", simple(session, "Throw it away; the PIN stays.", "discard", "is thrown away"));
    }

    private static CommandLine simple(Session session, String description, String action, String said) {
        CommandLine command = new CommandLine(new Simple(session, action, said));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    private static String path(String id, String action) {
        return MAILS + "/" + Pages.segment(id) + "/" + action;
    }

    @Command(name = "list", description = "Show the mails that wait.")
    private static final class ListAll extends Root.Action {

        @Option(names = "--user", paramLabel = "user", description = "Only this user's.")
        private String user;

        ListAll(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            Map<String, String> query = new HashMap<>(Map.of("status", "HELD"));
            if (user != null) {
                query.put("user", user);
            }
            Sink view = Shown.several(session());
            Pages.each(session().gateway(), MAILS, query, _ -> {}, mail -> view.take(new Row(row(mail), mail)));
            view.end();
            return ExitCode.DONE;
        }

        private static Map<String, Object> row(JsonNode mail) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("Id", mail.path("id").asText());
            row.put("User", mail.path("user").asText(null));
            row.put("Kind", mail.path("kind").asText());
            row.put("Reason", mail.path("reason").asText(null));
            row.put("Expires", mail.path("expiresAt").asText(null));
            return row;
        }
    }

    @Command(name = "send", description = "Send a held mail now.")
    private static final class Send extends Root.Action {

        @Parameters(index = "0", paramLabel = "id", description = "As held list shows it.")
        private String id;

        @Option(names = "--to", paramLabel = "address", description = "There instead of to the user.")
        private String to;

        Send(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            JsonNode mail = session().gateway().post(path(id, "send"), to == null ? Map.of() : Map.of("toAddress", to));
            session()
                    .console()
                    .say("The mail is on its way to " + mail.path("to").asText() + ".");
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "reveal",
            description = "Show the PIN of a held mail, which works once; with --copy it goes to the clipboard.")
    private static final class Reveal extends Root.Action {

        @Parameters(index = "0", paramLabel = "id", description = "As held list shows it.")
        private String id;

        Reveal(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            if (session().options().format() == Options.Format.NONE
                    && !session().options().copy()) {
                throw CtlException.usage(
                        "held reveal shows a PIN, and it can do so once only; leave -o none out, or say --copy.");
            }
            String pin = session()
                    .gateway()
                    .post(path(id, "reveal"), null)
                    .path("pin")
                    .asText();
            if (session().options().copy()) {
                session().console().say("The PIN " + session().clipboard().put(pin));
            } else {
                session().console().say("The PIN is " + pin + " (shown this once).");
            }
            return ExitCode.DONE;
        }
    }

    /** One that only needs to know which. */
    private static final class Simple extends Root.Action {

        private final String action;
        private final String said;

        @Parameters(index = "0", paramLabel = "id", description = "As held list shows it.")
        private String id;

        Simple(Session session, String action, String said) {
            super(session);
            this.action = action;
            this.said = said;
        }

        @Override
        public ExitCode call() {
            session().gateway().post(path(id, action), null);
            session().console().say("The mail " + said + ".");
            return ExitCode.DONE;
        }
    }
}
