package dev.foyer.ctl.help;

import dev.foyer.ctl.cmdlets.Cmdlet;
import dev.foyer.ctl.cmdlets.CmdletTable;
import dev.foyer.ctl.cmdlets.Parameter;
import dev.foyer.ctl.parser.Token;
import dev.foyer.ctl.parser.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may come next in a line that is being typed. */
public final class Completions {

    /**
     * One way to go on.
     *
     * @param value instead of the word before the cursor
     * @param words what it is
     */
    public record Completion(String value, String words) {}

    private final CommandLine commands;

    /** @param commands the short ones */
    public Completions(CommandLine commands) {
        this.commands = commands;
    }

    /** Of a line up to the cursor; the last word may be begun. */
    public List<Completion> of(String begun) {
        List<Token> tokens = new ArrayList<>(stage(begun));
        boolean inWord = !begun.isEmpty()
                && !tokens.isEmpty()
                && tokens.getLast().to() == begun.length()
                && !(tokens.getLast() instanceof Token.Sign);
        String word = inWord ? begun.substring(tokens.getLast().from()) : "";
        if (inWord) {
            tokens.removeLast();
        }
        boolean firstStage = tokensOf(begun).stream().noneMatch(Completions::divides);
        List<Completion> all = candidates(begun, tokens, word, firstStage);
        return all.stream().filter(each -> begins(each.value(), word)).toList();
    }

    private List<Completion> candidates(String begun, List<Token> before, String word, boolean firstStage) {
        if (before.isEmpty()) {
            return Stream.concat(names(), firstStage ? subcommands(commands) : Stream.empty())
                    .toList();
        }
        Optional<Cmdlet> cmdlet =
                before.getFirst() instanceof Token.Word name ? CmdletTable.named(name.text()) : Optional.empty();
        if (cmdlet.isPresent()) {
            return ofCmdlet(cmdlet.get(), before, word, properties(begun));
        }
        return firstStage ? ofCommand(before) : List.of();
    }

    private static List<Token> tokensOf(String begun) {
        return Tokenizer.begun(begun);
    }

    /** The tokens behind the last pipe. */
    private static List<Token> stage(String begun) {
        List<Token> tokens = tokensOf(begun);
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (divides(tokens.get(i))) {
                return tokens.subList(i + 1, tokens.size());
            }
        }
        return tokens;
    }

    private static boolean divides(Token token) {
        return token instanceof Token.Sign sign && sign.sign() != ',';
    }

    private static boolean begins(String value, String word) {
        return value.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT));
    }

    private static Stream<Completion> names() {
        return CmdletTable.all().stream().map(each -> new Completion(each.name(), each.synopsis()));
    }

    private static Stream<Completion> subcommands(CommandLine of) {
        return of.getSubcommands().entrySet().stream()
                .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
                .map(each -> new Completion(
                        each.getKey(),
                        first(each.getValue().getCommandSpec().usageMessage().description())));
    }

    private static String first(String[] description) {
        return description.length == 0 ? "" : description[0];
    }

    /** What the first cmdlet of the line returns, for those that choose among it. */
    private static List<String> properties(String begun) {
        return tokensOf(begun).stream()
                .findFirst()
                .flatMap(token -> token instanceof Token.Word name ? CmdletTable.named(name.text()) : Optional.empty())
                .map(Cmdlet::properties)
                .orElse(List.of());
    }

    private static List<Completion> ofCmdlet(Cmdlet cmdlet, List<Token> before, String word, List<String> properties) {
        if (word.startsWith("{")) {
            int dollar = word.lastIndexOf("$_.");
            String head = dollar < 0 ? word : word.substring(0, dollar);
            return properties.stream()
                    .map(name -> new Completion(head + "$_." + name, ""))
                    .toList();
        }
        Optional<Parameter> asked = before.getLast() instanceof Token.Dash dash
                ? cmdlet.parameters().stream()
                        .filter(p -> p.name().equalsIgnoreCase(dash.name()))
                        .findFirst()
                : Optional.empty();
        if (asked.isPresent()
                && (!asked.get().isSwitch()
                        || before.getLast() instanceof Token.Dash(String _, boolean colon, int _, int _) && colon)) {
            return values(asked.get(), properties);
        }
        List<Completion> all = new ArrayList<>();
        if (!word.startsWith("-") && cmdlet.name().matches("(Select|Sort|Measure|Where)-Object|Format-.*")) {
            properties.forEach(name -> all.add(new Completion(name, "")));
        }
        for (Parameter parameter : cmdlet.parameters()) {
            boolean given = before.stream()
                    .anyMatch(t -> t instanceof Token.Dash dash && dash.name().equalsIgnoreCase(parameter.name()));
            if (!given && parameter.meaning() instanceof Parameter.Meaning.Works) {
                all.add(new Completion("-" + parameter.name(), parameter.help()));
            }
        }
        return all;
    }

    private static List<Completion> values(Parameter parameter, List<String> properties) {
        List<String> values = switch (parameter.kind()) {
            case SWITCH, BOOLEAN -> List.of("$true", "$false");
            case TEXT, LIST, NUMBER, SCRIPT -> parameter.name().contains("Property") ? properties : parameter.values();
        };
        return values.stream().map(value -> new Completion(value, "")).toList();
    }

    private List<Completion> ofCommand(List<Token> before) {
        CommandLine command = commands;
        for (Token token : before) {
            String text = token instanceof Token.Word word ? word.text() : "";
            if (command.getSubcommands().containsKey(text)) {
                command = command.getSubcommands().get(text);
            }
        }
        CommandSpec spec = command.getCommandSpec();
        List<Completion> all = new ArrayList<>(subcommands(command).toList());
        for (OptionSpec option : spec.options()) {
            all.add(new Completion(option.longestName(), first(option.description())));
        }
        return all;
    }
}
