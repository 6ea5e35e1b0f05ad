package dev.foyer.local;

/** Where progress is told, line by line. Called from several threads; tests collect the lines. */
@FunctionalInterface
public interface Console {

    /** Tells one line, without its line break. */
    void say(String line);

    /** The terminal. A closed one (somebody piped into {@code head}) is not an error. */
    static Console terminal() {
        return line -> {
            System.out.println(line);
            System.out.flush();
        };
    }
}
