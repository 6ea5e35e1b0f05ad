package dev.foyer.ctl.cmdlets;

import dev.foyer.ctl.ExitCode;
import java.util.List;

/**
 * One row of the table.
 *
 * @param aliases short names
 * @param properties of what it returns; empty: nothing, or what comes in
 * @param notes what is different here; empty: nothing
 */
public record Cmdlet(
        String name,
        List<String> aliases,
        String synopsis,
        List<Parameter> parameters,
        List<String> properties,
        List<Example> examples,
        String notes,
        Body body) {

    /** Makes what does the work, for one place in one line. */
    @FunctionalInterface
    public interface Body {
        Stage stage(Call call);
    }

    static Cmdlet of(String name, String synopsis, List<Parameter> parameters, Body body) {
        return new Cmdlet(name, List.of(), synopsis, parameters, List.of(), List.of(), "", body);
    }

    Cmdlet alias(String... others) {
        return new Cmdlet(name, List.of(others), synopsis, parameters, properties, examples, notes, body);
    }

    Cmdlet returns(String... those) {
        return new Cmdlet(name, aliases, synopsis, parameters, List.of(those), examples, notes, body);
    }

    Cmdlet example(String line, String words) {
        return example(new Example(line, words));
    }

    /** Of what has no meaning here: the line says why. */
    Cmdlet refuses(String line, String words) {
        return example(new Example(line, words, ExitCode.USAGE));
    }

    private Cmdlet example(Example one) {
        List<Example> more = new java.util.ArrayList<>(examples);
        more.add(one);
        return new Cmdlet(name, aliases, synopsis, parameters, properties, List.copyOf(more), notes, body);
    }

    Cmdlet notes(String text) {
        return new Cmdlet(name, aliases, synopsis, parameters, properties, examples, text, body);
    }

    /** Whether there is anything that it does, and not only words that say what to use instead. */
    public boolean isOfUse() {
        return examples.stream().anyMatch(Example::isDone);
    }

    /** Whether it only looks, so that a misprint of its name does no harm. */
    public boolean isReading() {
        return name.startsWith("Get-");
    }

    boolean isCalled(String asked) {
        return name.equalsIgnoreCase(asked) || aliases.stream().anyMatch(asked::equalsIgnoreCase);
    }
}
