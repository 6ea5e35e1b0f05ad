package dev.foyer.ctl.command;

import dev.foyer.ctl.ExitCode;
import dev.foyer.ctl.help.CompletionScript;
import dev.foyer.ctl.help.Completions;
import dev.foyer.ctl.help.ManPage;
import dev.foyer.ctl.help.WebPage;
import dev.foyer.ctl.parser.Lines;
import dev.foyer.ctl.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What shells, readers and browsers are given. */
final class HelpCommands {

    private HelpCommands() {}

    /** Those that speak of all the others. */
    static final Set<String> NEED_ALL = Set.of("complete", "man", "web-page");

    static void addTo(Map<String, Supplier<CommandLine>> all, CommandLine commands, Session session) {
        all.put("completion", () -> new CommandLine(new Completion(session)));
        all.put("complete", () -> new CommandLine(new Complete(session, commands)));
        all.put("man", () -> page(session, commands, ManPage::of, "Write the manual page: foyerctl man | man -l -"));
        all.put("web-page", () -> page(session, commands, WebPage::of, "Write the reference as one page of HTML."));
    }

    private static CommandLine page(
            Session session, CommandLine commands, Function<CommandLine, String> made, String description) {
        CommandLine command = new CommandLine(new Page(session, commands, made));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    @Command(name = "completion", description = "Write the completion of a shell: source <(foyerctl completion bash)")
    private static final class Completion extends Root.Action {

        @Parameters(index = "0", paramLabel = "bash|zsh|fish", description = "Which shell.")
        private String shell;

        Completion(Session session) {
            super(session);
        }

        @Override
        public ExitCode call() {
            session().console().out().print(CompletionScript.of(shell));
            return ExitCode.DONE;
        }
    }

    @Command(name = "complete", hidden = true, description = "What may come next, for shells.")
    private static final class Complete extends Root.Action {

        private final CommandLine commands;

        @Parameters(arity = "0..*", paramLabel = "words", description = "The words so far; the last one may be begun.")
        private List<String> words = new ArrayList<>();

        Complete(Session session, CommandLine commands) {
            super(session);
            this.commands = commands;
        }

        @Override
        public ExitCode call() {
            String last = words.isEmpty() ? "" : words.getLast();
            List<String> before = words.isEmpty() ? words : words.subList(0, words.size() - 1);
            String line = Lines.line(before) + (before.isEmpty() ? "" : " ") + last;
            new Completions(commands)
                    .of(line)
                    .forEach(each -> session().console().out().println(each.value() + "\t" + each.words()));
            return ExitCode.DONE;
        }
    }

    /** One that is made of the tables. */
    @Command
    private static final class Page extends Root.Action {

        private final CommandLine commands;
        private final Function<CommandLine, String> made;

        Page(Session session, CommandLine commands, Function<CommandLine, String> made) {
            super(session);
            this.commands = commands;
            this.made = made;
        }

        @Override
        public ExitCode call() {
            session().console().out().print(made.apply(commands));
            return ExitCode.DONE;
        }
    }
}
