package dev.foyer.base;

/**
 * A command id that stands for a key with which people or their programs repeat a request: it is remembered for a day and
 * not only until others have come. Other ids are of repetitions that come within seconds.
 */
public final class RepeatableId {

    private static final String PREFIX = "key-";

    private RepeatableId() {}

    /** @param digest of the key and of whatever it is bound to; no tilde */
    public static String of(String digest) {
        return PREFIX + digest;
    }

    /** Also of a step on the way of such a request. An id from a topic has a tilde, whatever its sender calls it. */
    public static boolean is(String commandId) {
        return commandId.startsWith(PREFIX) && commandId.indexOf('~') < 0;
    }
}
