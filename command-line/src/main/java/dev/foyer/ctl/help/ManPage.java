package dev.foyer.ctl.help;

import dev.foyer.ctl.cmdlets.Cmdlet;
import dev.foyer.ctl.cmdlets.CmdletTable;
import dev.foyer.ctl.cmdlets.Example;
import dev.foyer.ctl.cmdlets.HelpText;
import picocli.CommandLine;

/** {@code foyerctl(1)}, as roff. */
public final class ManPage {

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /** @param commands the short ones */
    public static String of(CommandLine commands) {
        ManPage man = new ManPage();
        man.macro("TH FOYERCTL 1 \"\" Foyer \"User Commands\"");
        man.section("NAME", "foyerctl - Foyer's administrators' command line");
        man.macro("SH SYNOPSIS");
        man.macro("nf");
        for (String line : commands.getCommandSpec().usageMessage().customSynopsis()) {
            man.text(line.replace("Usage: ", "").strip());
        }
        man.macro("fi");
        man.macro("SH COMMANDS");
        CommandWords.all(commands).forEach(man::command);
        man.macro("SH EXAMPLES");
        CommandExamples.all().forEach(man::example);
        man.macro("SH CMDLETS");
        CmdletTable.all().forEach(man::cmdlet);
        man.macro("SH OPTIONS AND EXIT CODES");
        man.macro("nf");
        for (String line : commands.getCommandSpec().usageMessage().footer()) {
            man.text(line);
        }
        man.macro("fi");
        return man.page.toString();
    }

    private void command(CommandWords command) {
        macro("TP");
        macro("B " + escaped(command.line()));
        text(command.words());
        if (command.parts().isEmpty()) {
            return;
        }
        macro("RS");
        command.parts().forEach(part -> {
            macro("TP");
            macro("B " + escaped(part.name()));
            text(part.words());
        });
        macro("RE");
    }

    private void cmdlet(Cmdlet cmdlet) {
        macro("SS " + cmdlet.name());
        text(cmdlet.synopsis());
        macro("PP");
        text(HelpText.syntax(cmdlet));
        cmdlet.parameters().forEach(parameter -> {
            macro("TP");
            macro("B \\-" + escaped(parameter.name()));
            // The first line is the name, which stands there already.
            HelpText.parameter(parameter).stream()
                    .skip(1)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> text(line.strip()));
        });
        if (!cmdlet.notes().isEmpty()) {
            macro("PP");
            text(cmdlet.notes());
        }
        cmdlet.examples().forEach(example -> example(example.line(), example.words()));
    }

    private void example(Example example) {
        example("foyerctl " + example.line(), example.words());
    }

    private void example(String line, String words) {
        macro("PP");
        text(words);
        macro("nf");
        text("    " + line);
        macro("fi");
    }

    private void section(String title, String text) {
        macro("SH " + title);
        text(text);
    }

    private void macro(String line) {
        page.append('.').append(line).append('\n');
    }

    private void text(String line) {
        String safe = escaped(line);
        page.append(safe.startsWith(".") || safe.startsWith("'") ? "\\&" : "")
                .append(safe)
                .append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}
