package dev.foyer.ctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.session.Session;
import dev.foyer.ctl.tenant.Applying;
import dev.foyer.ctl.tenant.Change;
import dev.foyer.ctl.tenant.Plan;
import dev.foyer.ctl.tenant.Sections;
import dev.foyer.ctl.tenant.TenantFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A tenant as a file. */
@Command(name = "tenant", description = "Write the tenant into a file, compare it with one, or make it what one says.")
final class TenantCommand {

    private static final String SETTINGS = "/api/v1/settings";
    private static final String WEBHOOKS = "/api/v1/webhooks";

    private TenantCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new TenantCommand())
                .addSubcommand(new Export(session))
                .addSubcommand(new ShowPlan(session))
                .addSubcommand(new Apply(session))
                .addSubcommand(new Drift(session))
                .addSubcommand(new Schema(session));
    }

    /** Those that read a file. */
    private abstract static class Comparing extends Root.Action {

        @Option(
                names = {"-f", "--file"},
                required = true,
                paramLabel = "file",
                description = "The tenant's file; - for what comes in.")
        private Path file;

        private TenantFile wanted;

        Comparing(Session session) {
            super(session);
        }

        /** Of the file, which is read once: what comes in cannot be read again. */
        Plan plan(boolean prune) {
            wanted = wanted == null ? TenantFile.read(text()) : wanted;
            if (!wanted.tenant().equals(session().tenant())) {
                throw CtlException.usage("The file is of the tenant " + wanted.tenant() + ", and you are signed in at "
                        + session().tenant() + "; choose another --profile or another file.");
            }
            return Plan.of(
                    wanted,
                    session().gateway().get(SETTINGS),
                    session().gateway().get(WEBHOOKS),
                    prune);
        }

        private String text() {
            try {
                return file.toString().equals("-")
                        ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                        : Files.readString(file);
            } catch (IOException e) {
                throw CtlException.usage(file + " could not be read: check the path, and that it is UTF-8.");
            }
        }

        void show(Plan plan) {
            var out = session().console().out();
            for (Change change : plan.changes()) {
                out.println("  " + coloured(change.words()));
            }
            plan.unnamed()
                    .forEach(url ->
                            out.println("    webhook " + url + " is not in the file and stays; --prune removes it"));
            int count = plan.changes().size();
            out.println(
                    count == 0
                            ? session().tenant() + " is as the file says."
                            : count + (count == 1 ? " difference." : " differences."));
            out.flush();
        }

        private String coloured(String words) {
            if (!session().console().colours()) {
                return words;
            }
            String colour = words.startsWith("+") ? "\u001b[32m" : words.startsWith("-") ? "\u001b[31m" : "\u001b[33m";
            return colour + words + "\u001b[0m";
        }
    }

    @Command(name = "export", description = "Write the tenant as it is, as YAML.")
    private static final class Export extends Root.Action {

        Export(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            JsonNode settings = session().gateway().get(SETTINGS);
            JsonNode webhooks = session().gateway().get(WEBHOOKS);
            session().console().out().print(TenantFile.write(session().tenant(), settings, webhooks));
            return ExitCode.DONE;
        }
    }

    @Command(name = "plan", description = "Show what apply would change.")
    private static final class ShowPlan extends Comparing {

        @Option(names = "--prune", description = "As apply --prune.")
        private boolean prune;

        ShowPlan(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            show(plan(prune));
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "apply",
            description = {
                "Make the tenant what the file says; what it does not name stays.",
                "Settings change together or not at all; after a refusal nothing more is changed, and what was is named."
            })
    private static final class Apply extends Comparing {

        @Option(names = "--prune", description = "Also remove webhooks that the file does not name.")
        private boolean prune;

        Apply(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            Plan plan = plan(prune);
            show(plan);
            if (!plan.changes().isEmpty()) {
                new Applying(session().gateway(), session().console()::say).apply(plan);
                session().console().say("Done.");
                plan(prune).changes().forEach(this::stillDifferent);
            }
            return ExitCode.DONE;
        }

        /** The gateway has a form of its own for it; whoever knows it can write it into the file. */
        private void stillDifferent(Change change) {
            session()
                    .console()
                    .warn("Foyer keeps it in another form than the file has it, so the two differ for ever; write"
                            + " what stands before the arrow into the file: " + change.words());
        }
    }

    @Command(
            name = "drift",
            description = "Say whether the tenant is what the file says: exit code 0, or 2 when it differs.")
    private static final class Drift extends Comparing {

        Drift(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            Plan plan = plan(true);
            show(plan);
            return plan.changes().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
        }
    }

    @Command(name = "schema", description = "Write the JSON schema of the file, for editors.")
    private static final class Schema extends Root.Action {

        Schema(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            session().console().out().print(Sections.schema());
            return ExitCode.DONE;
        }
    }
}
