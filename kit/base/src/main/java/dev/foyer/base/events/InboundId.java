package dev.foyer.base.events;

import java.util.Optional;

/**
 * A command id for a request that was read from somebody's topic. Such a request may come again in two ways, and both
 * must change nothing: its sender sends it again, at a later offset; or we read the same offset again after a crash. The
 * first is known by {@link #requestId}. For the second the offset is needed: what had nothing to do the first time left no
 * trace, and would have something to do after the requests behind it were processed.
 *
 * @param requestId the same whenever its sender means the same; without a tilde
 * @param stream in which requests for one aggregate keep their order, e.g. a topic's partition; one that was deleted and made anew is
 *     another one
 * @param number of the request in that stream, growing, e.g. an offset
 * @param millis when it was written; that of streams whose name does not tell them apart grows, too
 */
public record InboundId(String requestId, String stream, long number, long millis) {

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

    /** Whether that command id is of the same request, read at whatever offset; not of a step on the way to it. */
    public boolean isSameRequest(String commandId) {
        return commandId.startsWith(requestId)
                && parse(commandId)
                        .filter(other -> other.requestId.equals(requestId))
                        .isPresent();
    }

    @Override
    public String toString() {
        return requestId + BETWEEN + stream + BETWEEN + number + BETWEEN + millis;
    }
}
