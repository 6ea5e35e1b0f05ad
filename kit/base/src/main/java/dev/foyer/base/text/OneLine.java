package dev.foyer.base.text;

/** Names of people and things, and other texts of one line. */
final class OneLine {

    private OneLine() {}

    /** Typed by somebody who can type it again: what would not be seen is refused. */
    static String typed(String text, int longest) {
        String line = line(text, longest);
        if (Characters.hasHidden(line)) {
            throw new TextRefused("must not have invisible characters, or such that change the direction of writing");
        }
        return visible(line);
    }

    /** Sent by a machine: what would not be seen is left out. */
    static String sent(String text, int longest) {
        String line = Characters.composed(Characters.withoutHidden(line(text, longest)));
        return visible(line.strip());
    }

    private static String line(String text, int longest) {
        String stripped = Characters.composed(text).strip();
        if (stripped.length() > longest) {
            throw new TextRefused("must have at most " + longest + " characters");
        }
        return stripped;
    }

    private static String visible(String line) {
        if (!line.isEmpty() && !Characters.isVisible(line)) {
            throw new TextRefused("must have something that is seen");
        }
        return line;
    }
}
