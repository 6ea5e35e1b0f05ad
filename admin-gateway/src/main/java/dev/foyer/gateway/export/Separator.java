package dev.foyer.gateway.export;

/** What stands between the cells of a line. */
public enum Separator {
    COMMA(','),
    /** What spreadsheets expect where the comma is in numbers; begins with a byte order mark, by which they see UTF-8. */
    SEMICOLON(';');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }
}
