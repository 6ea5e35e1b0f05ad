package dev.foyer.meeting.process;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Candidates for scheduled meetings' conference IDs (C2): 9 digits, uniform, not to be guessed. Thread-safe. */
@ApplicationScoped
public class RandomConferenceIds {

    private static final int BOUND = 1_000_000_000;

    private final SecureRandom random = new SecureRandom();

    /** May be taken already: only its own aggregate knows. */
    String candidate() {
        return String.format("%09d", random.nextInt(BOUND));
    }
}
