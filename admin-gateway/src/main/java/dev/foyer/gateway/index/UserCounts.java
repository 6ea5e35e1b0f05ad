package dev.foyer.gateway.index;

/** How many users there are of those asked for, and in which states. */
public record UserCounts(long all, long enabled, long disabled, long locked, long held) {

    public static final UserCounts NONE = new UserCounts(0, 0, 0, 0, 0);

    /** @param state as it is asked for; empty: all */
    public long of(String state) {
        return switch (state) {
            case "enabled" -> enabled;
            case "disabled" -> disabled;
            case "locked" -> locked;
            case "held" -> held;
            default -> all;
        };
    }
}
