package dev.foyer.local.demo;

import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Api;
import dev.foyer.local.secrets.Accounts;
import dev.foyer.local.sink.ReceivedMails;
import java.net.URI;

/** Who plays: the accounts, each with its view of the API, and the mails that arrive. */
public record Cast(Api admin, Api auditor, Api bridge, Api app, Api otherAdmin, Api nobody, ReceivedMails mails) {

    /**
     * Those of a running Foyer.
     *
     * @param mailPassword of the view of the received mails
     */
    public static Cast of(Ports ports, Accounts accounts, String mailPassword) {
        URI gateway = ports.http(Endpoint.GATEWAY);
        return new Cast(
                Api.as(accounts.named("admin"), gateway),
                Api.as(accounts.named("auditor"), gateway),
                Api.as(accounts.named("bridge"), gateway),
                Api.as(accounts.named("app"), gateway),
                Api.as(accounts.named("admin@fabrikam"), gateway),
                Api.anonymous(gateway),
                new ReceivedMails(ports.http(Endpoint.SMTP_VIEW), mailPassword));
    }
}
