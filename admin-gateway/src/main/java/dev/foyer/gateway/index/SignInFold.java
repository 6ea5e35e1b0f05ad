package dev.foyer.gateway.index;

/** What the events about sign-ins make of accounts and addresses. Pure; an event seen twice makes the same again. */
final class SignInFold {

    static final String DELAYED = "foyer.pin.SignInDelayed.v1";

    private static final String SIGNED_IN = "foyer.pin.AccountSignedIn.v1";
    private static final String SIGNED_OUT = "foyer.pin.AccountSignedOut.v1";
    private static final String FORGOTTEN = "foyer.pin.AccountForgotten.v1";
    private static final String FAILED = "foyer.pin.SignInFailed.v1";

    private SignInFold() {}

    /** Whether it is about an account. */
    static boolean isOfAccount(String type) {
        return type.equals(SIGNED_IN) || type.equals(SIGNED_OUT) || type.equals(FORGOTTEN) || type.equals(FAILED);
    }

    static AccountEntry account(AccountEntry before, PublicEvent event) {
        AccountEntry account = before == null ? AccountEntry.unknown(event.tenant(), event.text("account")) : before;
        if (event.sequence() < account.version()) {
            return before;
        }
        AccountEntry after = switch (event.envelope().type()) {
            case SIGNED_IN -> account.signedInFrom(event.text("address"));
            case SIGNED_OUT -> account.ofGeneration(event.number("generation"));
            case FORGOTTEN ->
                AccountEntry.unknown(event.tenant(), event.text("account")).ofGeneration(event.number("generation"));
            default -> account.delayedUntil(event.time("delayedUntil"));
        };
        return after.atVersion(event.sequence());
    }

    static SourceEntry source(SourceEntry before, PublicEvent event) {
        return before != null && event.sequence() < before.version() ? before : SourceEntry.of(before, event);
    }
}
