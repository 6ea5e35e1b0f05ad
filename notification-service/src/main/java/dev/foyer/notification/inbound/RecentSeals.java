package dev.foyer.notification.inbound;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sealed PINs of mails to be sent that came in a moment ago, as they came: almost every mail is sent at once, and need not ask the broker for what
 * this process has just read. Sealed they stay, and they lie in memory only, some thousands at most; whoever does not find one
 * here, reads the topic. Thread-safe.
 */
public final class RecentSeals {

    /** Some 600 bytes each. */
    private static final int MOST = 4_096;

    /** By the digest of what was signed, so that nothing else can be found in its place. */
    private final Map<String, String> seals = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** @param digest SHA-256 of the sealed PIN, base64url, from a delivery whose signature was checked */
    public synchronized void came(String digest, String sealed) {
        seals.put(digest, sealed);
    }

    /** Gives it away: a mail is sent once as a rule, and who tries again reads the topic. */
    public synchronized Optional<String> take(String digest) {
        return Optional.ofNullable(seals.remove(digest));
    }
}
