package dev.foyer.pin.domain.signin;

/** What can be asked of an address that guesses come from. */
public sealed interface SourceCommand {

    /** @param name digest of the name that was tried */
    record CountFailedSignIn(String name) implements SourceCommand {}

    /**
     * The name signed in from there after all.
     *
     * @param name digest of the name
     */
    record ForgetFailedSignIns(String name) implements SourceCommand {}

    /** A timer's: nothing came from there for long. */
    record ForgetSource() implements SourceCommand {}
}
