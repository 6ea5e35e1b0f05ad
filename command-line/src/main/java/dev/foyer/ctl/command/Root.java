package dev.foyer.ctl.command;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code foyerctl} with its commands. */
@Command(
        name = "foyerctl",
        description = "Foyer's administrators' command line.",
        synopsisHeading = "",
        customSynopsis = {
            "Usage: foyerctl [options] <command> ...     a command of those below",
            "       foyerctl [options] <Verb-Noun> ...   a cmdlet, as in PowerShell; Get-Help lists them",
            "       foyerctl [options] -c \"<line>\"       a whole line, with pipes",
            "       foyerctl                             the shell"
        },
        descriptionHeading = "%n",
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Options of every line, wherever they stand in it:",
            "  -o, --output json|csv|table|list|none   how objects are shown",
            "  --profile <name>   as whom and where, of those that login keeps",
            "  --tenant <name>    of which tenant, for an operator, who is of none",
            "  --reason <words>   why, where the tenant wants a reason, such as a ticket's number",
            "  --verbose          show the requests",
            "  --copy             a PIN goes to the clipboard instead of the screen",
            "  --new-run          do not continue a line that was broken off",
            "",
            "Exit codes: 0 done, 1 refused, 2 differs (tenant drift), 3 not signed in, 4 no rights,",
            "5 gateway away, 64 the line is wrong, 70 foyerctl itself failed, 130 stopped."
        })
public final class Root {

    private static final String VERSION = "foyerctl 0.1.0";

    /** A command that has the session. */
    abstract static class Action implements Callable<ExitCode> {

        private final Session session;

        Action(Session session) {
            this.session = session;
        }

        Session session() {
            return session;
        }
    }

    private final CommandLine commands;

    /** All commands, over one session. */
    public Root(Session session) {
        this(session, "");
    }

    /**
     * Only what a line needs: picocli reads each command by reflection, and all of them take longer than most lines.
     *
     * @param first word of the line; of no command: all of them
     */
    Root(Session session, String first) {
        commands = new CommandLine(this);
        Map<String, Supplier<CommandLine>> all = all(session, commands);
        all.forEach((name, command) -> {
            if (!all.containsKey(first) || HelpCommands.NEED_ALL.contains(first) || name.equals(first)) {
                commands.addSubcommand(name, command.get());
            }
        });
        commands.setExpandAtFiles(false);
        withHelp(commands);
    }

    /** Whether that is the name of a command. */
    static boolean isCommand(String word) {
        return all(null, null).containsKey(word);
    }

    /** All of them, of which none is made yet. */
    private static Map<String, Supplier<CommandLine>> all(Session session, CommandLine commands) {
        Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
        all.put("login", () -> new CommandLine(new LoginCommand(session)));
        all.put("logout", () -> new CommandLine(new LogoutCommand(session)));
        all.put("whoami", () -> new CommandLine(new WhoamiCommand(session)));
        all.put("profiles", () -> new CommandLine(new ProfilesCommand(session)));
        all.put("user", () -> UserCommand.of(session));
        all.put("held", () -> HeldCommand.of(session));
        all.put("meeting", () -> MeetingCommand.of(session));
        all.put("audit", () -> new CommandLine(new AuditCommand(session)));
        all.put("campaign", () -> CampaignCommand.of(session));
        all.put("tail", () -> new CommandLine(new TailCommand(session)));
        all.put("tenant", () -> TenantCommand.of(session));
        HelpCommands.addTo(all, commands, session);
        return all;
    }

    private static void withHelp(CommandLine command) {
        command.setUsageHelpWidth(100);
        command.getCommandSpec().mixinStandardHelpOptions(true).version(VERSION);
        command.getSubcommands().values().forEach(Root::withHelp);
    }

    /** The table of commands, for help, completion and manual. */
    public CommandLine commands() {
        return commands;
    }

    /** Throws {@link CtlException} for whatever goes wrong. */
    public ExitCode run(List<String> words, Session session) {
        CommandLine.ParseResult parsed;
        try {
            parsed = commands.parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw CtlException.usage(sentence(e));
        }
        commands.setOut(session.console().out());
        commands.setErr(session.console().err());
        CommandLine.Help.Ansi ansi = session.console().colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
        if (CommandLine.executeHelpRequest(parsed) != null) {
            session.console().out().flush();
            return ExitCode.DONE;
        }
        CommandLine last = parsed.asCommandLineList().getLast();
        if (last.getCommand() instanceof Action action) {
            return called(action);
        }
        // A group without one of its commands does nothing.
        last.usage(session.console().err(), ansi);
        session.console().err().flush();
        return ExitCode.USAGE;
    }

    private static ExitCode called(Action action) {
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sentence(ParameterException e) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        if (e instanceof UnmatchedArgumentException unknown) {
            String meant = unknown.getSuggestions().stream()
                    .findFirst()
                    .map(each -> " (did you mean " + each + "?)")
                    .orElse("");
            return name + " does not know \"" + unknown.getUnmatched().getFirst() + "\"" + meant + "; " + name
                    + " --help shows what there is.";
        }
        String first = e.getMessage().lines().findFirst().orElse("").replaceAll("[.;]$", "");
        return first + "; " + name + " --help shows what there is.";
    }
}
