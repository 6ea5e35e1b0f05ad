package dev.foyer.pin.domain.signin;

/** What can be asked of an account. Addresses are IP addresses as the gateway sees them. */
public sealed interface AccountCommand {

    /** The gateway let the account in. */
    record NoteSignIn(String address, Channel channel) implements AccountCommand {}

    /** Ends all sessions of the account, if this generation is still the one that holds. */
    record SignOut(int generation) implements AccountCommand {}

    /** Somebody who was no known address had the wrong password; those who guess from one address are counted there. */
    record NoteFailedSignIn(String address) implements AccountCommand {}

    /** The account's tenant is gone: who is called so in another one begins anew. */
    record ForgetAccount() implements AccountCommand {}
}
