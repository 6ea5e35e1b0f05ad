package dev.foyer.base.events;

import java.util.Optional;

/**
 * A command id for a wish that was read from somebody's topic. Such a wish may come again in two ways, and both must
 * change nothing: its sender sends it again, at a later place; or we read the same place again after a crash. The first
 * is known by {@link #wish}. For the second the place is needed: what had nothing to do the first time left no trace, and
 * would have something to do after the wishes behind it were fulfilled.
 *
 * @param wish the same whenever its sender means the same; without a tilde
 * @param stream in which wishes for one aggregate keep their order, e.g. a topic's partition
 * @param number of the wish in that stream, growing
 * @param millis when it was written; a stream that was deleted begins anew with small numbers, but later
 */
public record InboundId(String wish, String stream, long number, long millis) {

    private static final char BETWEEN = '~';

    /** Nothing when it is any other command id. */
    public static Optional<InboundId> parse(String commandId) {
        int millisAt = commandId.lastIndexOf(BETWEEN);
        int numberAt = commandId.lastIndexOf(BETWEEN, millisAt - 1);
        int streamAt = commandId.indexOf(BETWEEN);
        if (streamAt < 0 || streamAt >= numberAt) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InboundId(
                    commandId.substring(0, streamAt),
                    commandId.substring(streamAt + 1, numberAt),
                    Long.parseLong(commandId, numberAt + 1, millisAt, 10),
                    Long.parseLong(commandId, millisAt + 1, commandId.length(), 10)));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether the other one was read from the same stream, and not before this one. */
    public boolean isPassedBy(InboundId other) {
        return stream.equals(other.stream) && number <= other.number && millis <= other.millis;
    }

    /** Whether that command id is of the same wish, read at whatever place; not of a step on the way to it. */
    public boolean isSameWish(String commandId) {
        return commandId.startsWith(wish)
                && parse(commandId).filter(other -> other.wish.equals(wish)).isPresent();
    }

    @Override
    public String toString() {
        return wish + BETWEEN + stream + BETWEEN + number + BETWEEN + millis;
    }
}
