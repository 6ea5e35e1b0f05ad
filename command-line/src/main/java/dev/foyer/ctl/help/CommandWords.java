package dev.foyer.ctl.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A short command as pages show it.
 *
 * @param line how it is typed
 * @param words what it does
 * @param parts its parameters and options
 */
record CommandWords(String line, String words, List<Part> parts) {

    /** A parameter or an option, with what it means. */
    record Part(String name, String words) {}

    /** All that do something, in their order. */
    static List<CommandWords> all(CommandLine commands) {
        List<CommandWords> all = new ArrayList<>();
        commands.getSubcommands().forEach((name, command) -> add(all, name, command));
        return all;
    }

    private static void add(List<CommandWords> all, String name, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.usageMessage().hidden()) {
            return;
        }
        if (command.getSubcommands().isEmpty()) {
            all.add(of(name, spec));
        }
        for (Map.Entry<String, CommandLine> each : command.getSubcommands().entrySet()) {
            add(all, name + " " + each.getKey(), each.getValue());
        }
    }

    private static CommandWords of(String name, CommandSpec spec) {
        List<Part> parts = new ArrayList<>();
        StringBuilder line = new StringBuilder(name);
        List<ArgSpec> args = new ArrayList<>(spec.positionalParameters());
        args.addAll(spec.options());
        for (ArgSpec each : args) {
            if (each instanceof OptionSpec option && (option.usageHelp() || option.versionHelp())) {
                continue;
            }
            String value = "<" + each.paramLabel() + ">";
            String typed = each instanceof OptionSpec option
                    ? option.longestName() + (option.arity().max() > 0 ? " " + value : "")
                    : value;
            line.append(each.required() ? " " + typed : " [" + typed + "]");
            parts.add(new Part(typed, String.join(" ", each.description())));
        }
        return new CommandWords(
                line.toString(), String.join(" ", spec.usageMessage().description()), parts);
    }
}
