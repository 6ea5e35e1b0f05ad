package dev.foyer.pin.domain.user;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong PINs per call leg (rule B2: 3 tries a call). Remembers more calls than failures are
 * needed to lock the user, so that many calls at once renew nobody's tries; not all, because a caller who hangs up and
 * dials again has a new call id anyway. Immutable.
 */
public record CallTries(Map<String, Integer> wrong) {

    public static final int LIMIT = 3;
    private static final int REMEMBERED = 128;

    static final CallTries NONE = new CallTries(Map.of());

    int left(String callId) {
        return Math.max(0, LIMIT - wrong.getOrDefault(callId, 0));
    }

    CallTries plusWrong(String callId) {
        LinkedHashMap<String, Integer> next = new LinkedHashMap<>(wrong);
        int count = next.getOrDefault(callId, 0) + 1;
        next.remove(callId);
        next.putLast(callId, count);
        while (next.size() > REMEMBERED) {
            next.pollFirstEntry();
        }
        return new CallTries(next);
    }
}
