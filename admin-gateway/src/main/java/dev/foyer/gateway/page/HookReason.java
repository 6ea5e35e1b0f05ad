package dev.foyer.gateway.page;

import java.util.Arrays;
import java.util.Optional;

/** Why a webhook was not told something, as meeting-service says it to programs; the names are keys of messages. */
public enum HookReason {
    REDIRECTED("answered [0-9]+; redirects are not followed"),
    ANSWERED("answered [0-9]+"),
    NOBODY("nobody listens there"),
    NOADDRESS("the host's name leads to no address"),
    REFUSED("the URL .*"),
    SLOW("did not answer within .*"),
    NOTLS("no TLS connection: .*"),
    BROKEN("the connection broke off"),
    NOTKEPT("the event is not kept any more"),
    REMOVED("the webhook was removed"),
    PAUSED("the webhook was paused"),
    DISABLED("the webhook was disabled");

    private final String form;

    HookReason(String form) {
        this.form = form;
    }

    /** Empty: one that only a later meeting-service knows. */
    static Optional<HookReason> of(String reason) {
        return Arrays.stream(values()).filter(one -> reason.matches(one.form)).findFirst();
    }
}
