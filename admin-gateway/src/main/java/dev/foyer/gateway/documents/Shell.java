package dev.foyer.gateway.documents;

/** Words of a line for a shell. Pure. */
final class Shell {

    private Shell() {}

    /** One word that is that text, whatever stands in it: a quote ends, and begins again behind one that is escaped. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
