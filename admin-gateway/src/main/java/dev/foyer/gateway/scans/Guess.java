package dev.foyer.gateway.scans;

import dev.foyer.gateway.clients.CommandContext;

/**
 * Something that a caller may know or guess.
 *
 * @param command of the request it came with
 * @param organizer whose PIN it may be; {@code null}: it is a conference ID
 * @param thing the conference ID, or the organizer: many guesses at one are one
 */
public record Guess(CallSource source, CommandContext command, String organizer, String thing) {

    public static Guess atConferenceId(CallSource source, CommandContext command, String conferenceId) {
        return new Guess(source, command, null, conferenceId);
    }

    public static Guess atPin(CallSource source, CommandContext command, String organizer) {
        return new Guess(source, command, organizer, organizer);
    }

    boolean isAtPin() {
        return organizer != null;
    }

    /** Of this kind of guess, from there. */
    String key() {
        return (isAtPin() ? "pin " : "id ") + source.key();
    }

    /** Of this kind of guess, through that bridge. */
    String accountKey() {
        return (isAtPin() ? "pin " : "id ") + command.tenant() + " "
                + command.account().name();
    }
}
