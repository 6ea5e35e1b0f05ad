package dev.foyer.gateway.page;

import java.util.Arrays;

/** Where a mail of the ledger stands, for the page; the names are keys of messages. */
public enum MailStatus {
    /** There is no mail. */
    NONE("off"),
    QUEUED("waits"),
    HELD("held"),
    RELEASED("waits"),
    SENT("on"),
    FAILED("bad"),
    DISCARDED("off"),
    HANDEDOVER("on"),
    SUPERSEDED("off"),
    EXPIRED("off");

    private final String tone;

    MailStatus(String tone) {
        this.tone = tone;
    }

    /** For the style sheet. */
    public String tone() {
        return tone;
    }

    /** @param word of the ledger; of a later version: as if it were on its way */
    static MailStatus of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(word.replace("_", "")))
                .findFirst()
                .orElse(QUEUED);
    }
}
