package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.cmdlets.Parameter.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The words of help, in the order of PowerShell's. */
public final class HelpText {

    private static final String IN = "    ";

    private HelpText() {}

    /** @param full with the parameters that have no meaning here */
    public static List<String> of(Cmdlet cmdlet, boolean full) {
        List<String> lines = new ArrayList<>();
        section(lines, "NAME", List.of(cmdlet.name()));
        section(lines, "SYNOPSIS", List.of(cmdlet.synopsis()));
        section(lines, "SYNTAX", List.of(syntax(cmdlet)));
        if (!cmdlet.aliases().isEmpty()) {
            section(lines, "ALIASES", List.of(String.join(", ", cmdlet.aliases())));
        }
        List<String> parameters = new ArrayList<>();
        for (Parameter parameter : cmdlet.parameters()) {
            if (full || parameter.meaning() instanceof Meaning.Works) {
                parameters.addAll(parameter(parameter));
            }
        }
        section(lines, "PARAMETERS", parameters);
        if (!cmdlet.properties().isEmpty()) {
            section(lines, "OUTPUTS", List.of(String.join(", ", cmdlet.properties())));
        }
        if (!cmdlet.notes().isEmpty()) {
            section(lines, "NOTES", List.of(cmdlet.notes()));
        }
        lines.addAll(examples(cmdlet));
        return lines;
    }

    /** Name, what it takes, what it does, and what else is true of it. */
    public static List<String> parameter(Parameter parameter) {
        List<String> lines = new ArrayList<>();
        lines.add(parameter.typed());
        String begin = switch (parameter.meaning()) {
            case Meaning.Works() -> "";
            case Meaning.Ignored _ -> "Makes no difference here: ";
            case Meaning.Refused _ -> "Has no meaning here: ";
        };
        lines.add(IN + begin + parameter.help());
        List<String> more = new ArrayList<>();
        if (!parameter.values().isEmpty()) {
            more.add("Values: " + String.join(", ", parameter.values()) + ".");
        }
        if (!parameter.aliases().isEmpty()) {
            more.add("Aliases: " + String.join(", ", parameter.aliases()) + ".");
        }
        if (parameter.piped()) {
            more.add("Also from the pipe.");
        }
        if (!more.isEmpty()) {
            lines.add(IN + String.join(" ", more));
        }
        lines.add("");
        return lines;
    }

    /** Numbered, as PowerShell numbers them. */
    public static List<String> examples(Cmdlet cmdlet) {
        List<String> lines = new ArrayList<>();
        int i = 1;
        for (Example example : cmdlet.examples()) {
            lines.add(IN + "-------------------------- Example " + i++ + " --------------------------");
            lines.add("");
            lines.add(IN + example.line());
            lines.add("");
            lines.add(IN + example.words());
            lines.add("");
        }
        return lines;
    }

    /** One line. */
    public static String syntax(Cmdlet cmdlet) {
        return cmdlet.name() + " "
                + cmdlet.parameters().stream()
                        .filter(p -> p.meaning() instanceof Meaning.Works)
                        .map(Parameter::syntax)
                        .collect(Collectors.joining(" "));
    }

    private static void section(List<String> lines, String title, List<String> text) {
        lines.add(title);
        text.forEach(line -> lines.add(line.isEmpty() ? "" : IN + line));
        if (lines.getLast().isEmpty()) {
            return;
        }
        lines.add("");
    }
}
