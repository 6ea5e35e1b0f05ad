package dev.foyer.pin.domain.signin;

/** What can be asked of an address that guesses come from. */
public sealed interface SourceCommand {

    /** @param name digest of the name that was tried */
    record CountFailedSignIn(String name) implements SourceCommand {}
}
