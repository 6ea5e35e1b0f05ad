package dev.foyer.pin.domain.signin;

import java.time.Instant;

/** What happened to an account. */
public sealed interface AccountEvent {

    record SignedIn(String address, Channel channel, Instant at) implements AccountEvent {}

    /** @param generation the one that holds from now on */
    record SignedOut(int generation, Instant at) implements AccountEvent {}

    /** @param generation the one that holds from now on: sessions of before never hold again */
    record Forgotten(int generation, Instant at) implements AccountEvent {}

    /**
     * @param failures how many are counted with this one; that of a known address is not counted
     * @param until unknown addresses wait; {@code null}: they need not
     */
    record SignInFailed(String address, boolean counted, int failures, Instant until, Instant at)
            implements AccountEvent {}
}
