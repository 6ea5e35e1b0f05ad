package dev.foyer.proof.bench;

import dev.foyer.proof.domain.AccountEvent;
import dev.foyer.proof.domain.Accounts;

/** What everybody writes: the JSON of one event, about 300 bytes. */
final class Payload {

    /** Makes the event's JSON 300 bytes long. */
    static final String NOTE = "n".repeat(276);

    private Payload() {}

    /** The bytes that the kit would write, for those who know no events. */
    static byte[] bytes() {
        return Accounts.TYPE.events().write(new AccountEvent.Deposited(1, NOTE));
    }
}
