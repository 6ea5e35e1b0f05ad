package dev.foyer.notification.contract;

import dev.foyer.notification.domain.Mail;

/** The states of a mail in the public words of the ledger. */
public enum Status {
    QUEUED,
    HELD,
    RELEASED,
    SENT,
    FAILED,
    DISCARDED,
    HANDED_OVER,
    SUPERSEDED,
    EXPIRED;

    static Status of(Mail mail) {
        return switch (mail) {
            case Mail.Held held -> HELD;
            case Mail.Outgoing outgoing -> outgoing.released() ? RELEASED : QUEUED;
            case Mail.Settled settled ->
                switch (settled.outcome()) {
                    case SENT -> SENT;
                    case FAILED -> FAILED;
                    case DISCARDED -> DISCARDED;
                    case HANDED_OVER -> HANDED_OVER;
                    case SUPERSEDED -> SUPERSEDED;
                    case EXPIRED -> EXPIRED;
                };
        };
    }
}
