package dev.foyer.gateway.index;

/**
 * What users are asked for.
 *
 * @param text as {@link TypedSearch} understands it; {@code null}: everybody
 * @param state {@code null}: any
 */
public record UserQuery(String text, State state, Order order) {

    /** Of their conferencing. */
    public enum State {
        ENABLED,
        DISABLED,
        LOCKED,
        /** The mail with the present PIN is held. */
        HELD
    }

    /** @throws SearchRefused when that text can mean nothing */
    public static void check(String text) {
        TypedSearch.of(text);
    }

    /** How they are sorted. */
    public enum Order {
        DISPLAY_NAME,
        DISPLAY_NAME_DESCENDING,
        USER_PRINCIPAL_NAME,
        USER_PRINCIPAL_NAME_DESCENDING,
        /** Those whose PIN was set last come first. */
        PIN_SET_AT_DESCENDING,
        PIN_SET_AT
    }
}
