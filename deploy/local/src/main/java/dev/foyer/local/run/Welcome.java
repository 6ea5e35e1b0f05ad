package dev.foyer.local.run;

import dev.foyer.local.Console;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.secrets.Account;
import dev.foyer.local.secrets.Accounts;
import dev.foyer.local.secrets.Secrets;
import java.util.Locale;

/** What somebody who has just started Foyer wants to know. It names passwords, so it goes to a terminal, never to a log. */
public final class Welcome {

    private Welcome() {}

    /** Tells addresses, accounts and what to try. */
    public static void say(Home home, Ports ports, Accounts accounts, boolean phones, Console console) {
        console.say("");
        console.say("Foyer is up.");
        console.say("  page       " + ports.http(Endpoint.GATEWAY) + "/");
        if (phones) {
            console.say(
                    "  phones     " + ports.http(Endpoint.GATEWAY) + "/phone   (dial, wait with music, key in a PIN)");
        }
        console.say("  API        " + ports.http(Endpoint.GATEWAY) + "/api/v1   (described at /q/swagger-ui)");
        console.say(
                "  shell      ./foyerctl login " + ports.http(Endpoint.GATEWAY) + " --account admin, then ./foyerctl");
        console.say("  mails      ./foyer mail   (SMTP sink on port " + ports.of(Endpoint.SMTP) + ")");
        console.say("             " + ports.http(Endpoint.SMTP_VIEW) + "/mails   (name mail, password "
                + Secrets.mailPasswordOf(home) + ")");
        console.say("  broker     " + ports.bootstrap());
        console.say("  files      " + home.root());
        console.say("");
        console.say("  account          password           role");
        for (Account account : accounts.accounts()) {
            console.say(String.format(
                    Locale.ROOT,
                    "  %-16s %-18s %s%s",
                    account.name(),
                    account.password(),
                    String.join(", ", account.roles()),
                    account.tenant().equals(Account.OF_NO_TENANT) ? ", all tenants" : " of " + account.tenant()));
        }
        console.say("");
        console.say("Try next: sign in on the page as admin, find \"amos\", select, Reset PIN");
        if (phones) {
            console.say("          dial the conference ID of the card at " + ports.http(Endpoint.GATEWAY)
                    + "/phone, press *, key in the PIN, then #");
        }
        console.say("          in another terminal ./foyer mail --last 1 shows the mail, ./foyer demo plays it all");
        console.say("");
    }
}
