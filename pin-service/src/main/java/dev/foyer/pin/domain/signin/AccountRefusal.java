package dev.foyer.pin.domain.signin;

import java.time.Instant;

/** Why an account stays as it is. */
public sealed interface AccountRefusal {

    /** Nothing should have been compared: unknown addresses wait, and what they try is not counted. */
    record AccountWaits(Instant until) implements AccountRefusal {}
}
