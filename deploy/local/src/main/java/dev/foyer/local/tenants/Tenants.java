package dev.foyer.local.tenants;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.Pause;
import dev.foyer.local.access.Kcat;
import dev.foyer.local.access.Provisioning;
import dev.foyer.local.access.UserName;
import dev.foyer.local.broker.SuperUser;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.ExclusiveLock;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Api;
import dev.foyer.local.secrets.Account;
import dev.foyer.local.secrets.Accounts;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.local.topics.TopicList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Adds and removes tenants of a Foyer that runs, one at a time whichever process asks. A call that broke off may be
 * repeated: it goes on from there.
 */
public final class Tenants {

    /** The gateway looks at its accounts every 3 s. Each try before that would count as a wrong password. */
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(5);

    private static final int TRIES = 4;

    private final Home home;
    private final Ports ports;
    private final TopicList declared;
    private final Console console;

    /**
     * @param ports of the Foyer that runs in this home
     * @param declared what {@code deploy/topics.yaml} says
     */
    public Tenants(Home home, Ports ports, TopicList declared, Console console) {
        this.home = home;
        this.ports = ports;
        this.declared = declared;
        this.console = console;
    }

    /** Whether there is anything of it, a removal that broke off included. */
    public boolean isKnown(String tenant) {
        return provisioning().tenants().contains(tenant);
    }

    /** Whether no other one stays. */
    public boolean isLast(String tenant) {
        Provisioning now = provisioning();
        Set<String> others = now.tenants();
        others.removeAll(now.leaving().tenants());
        others.remove(tenant);
        return others.isEmpty();
    }

    /** As {@link #add(String, String)}, and the administrator is called as usual. */
    public Account add(String tenant) {
        return add(tenant, Accounts.administratorOf(tenant));
    }

    /**
     * Returns when the tenant's systems may write and its administrator may sign in.
     *
     * @param administrator what the first one is called, if there is none yet
     * @return the administrator, with the password
     * @throws CannotRun when no tenant can be called so, or the gateway does not let the administrator in
     */
    public Account add(String tenant, String administrator) {
        UserName.checkTenant(tenant);
        try (ExclusiveLock _ = lock()) {
            // Its topics first: what happens to a tenant without them is copied nowhere.
            provisioning().with(tenant).apply(console);
            return administrator(tenant, administrator);
        }
    }

    /**
     * As {@link #add(String, String)}, for somebody who is told the password once: the account that cannot be told is taken
     * back, so that the next call makes another.
     *
     * @throws Refused when the tenant or the account is there already
     */
    Account addNew(String tenant, String administrator) {
        UserName.checkTenant(tenant);
        try (ExclusiveLock _ = lock()) {
            if (accounts().tenants().contains(tenant)) {
                throw new Refused(409, "tenant-exists", "The tenant is there already", "Remove it first, or leave it.");
            }
            if (accounts().isThere(administrator)) {
                throw new Refused(
                        409, "account-exists", "The account is there already", "Call the administrator otherwise.");
            }
            try {
                provisioning().with(tenant).apply(console);
                return administrator(tenant, administrator);
            } catch (CannotRun e) {
                Secrets.removeAccounts(home, tenant);
                throw e;
            }
        }
    }

    /**
     * Ends all that is the tenant's, in this order: what its systems and people may do, its meetings and users, its user at the
     * broker and its topics. Public events of what it had stay where all tenants' are. From the beginning on nothing of it
     * gets its rights back, also when this breaks off.
     *
     * @throws CannotRun when there is no such tenant, it is the last one, or something does not end
     */
    public void remove(String tenant) {
        try (ExclusiveLock _ = lock()) {
            end(tenant);
        }
    }

    private void end(String tenant) {
        Provisioning before = provisioning();
        if (!before.tenants().contains(tenant) || isLast(tenant)) {
            throw new CannotRun("There are the tenants " + String.join(", ", before.tenants()) + "; " + tenant
                    + " cannot be removed.");
        }
        // Nothing is begun that could not go on.
        Api.anonymous(ports.http(Endpoint.GATEWAY)).get("/api/v1/settings");
        try (TenantTopics topics = new TenantTopics(SuperUser.connection(home), declared.onlyOf(tenant));
                DirectoryWord directory = new DirectoryWord(SuperUser.connection(home), tenant)) {
            before.leaving().add(tenant);
            topics.shut(tenant);
            console.say("Its systems may do nothing at the broker any more.");
            topics.awaitRead(declared);
            new TenantContents(
                            Api.as(onlyAdministrator(tenant), ports.http(Endpoint.GATEWAY)), directory::remove, console)
                    .end();
            Secrets.removeAccounts(home, tenant);
            before.users().remove(tenant);
            Kcat.of(home, tenant).remove();
            // Before the rules: who reads a topic that is not there stops reading it, and who may not read one that is
            // fails.
            topics.delete();
            provisioning().apply(line -> {});
            before.leaving().remove(tenant);
            console.say("Its accounts, its user at the broker and its topics are gone.");
        }
    }

    /** One change at a time: each reads the accounts and writes them anew. */
    private ExclusiveLock lock() {
        return ExclusiveLock.tryTake(home.run().resolve("tenants-lock"))
                .orElseThrow(() -> new CannotRun("Another tenant is being added or removed; try again in a moment."));
    }

    private Provisioning provisioning() {
        return Provisioning.of(home, declared, accounts().tenants());
    }

    private Accounts accounts() {
        return Secrets.accountsOf(home);
    }

    /** Who ends it, with a password that nobody has seen. Whoever else could sign in there could give it new users meanwhile. */
    private Account onlyAdministrator(String tenant) {
        if (accounts().tenants().contains(tenant)) {
            Secrets.removeAccounts(home, tenant);
        }
        String name = Accounts.administratorOf(tenant);
        while (accounts().isThere(name)) { // of another tenant
            name = "+" + name;
        }
        return administrator(tenant, name);
    }

    private Account administrator(String tenant, String name) {
        List<Account> before = accounts().accounts();
        Account administrator = Secrets.addAdministrator(home, tenant, name);
        for (int tries = 0; tries < TRIES; tries++) {
            if (tries > 0 || !before.contains(administrator)) {
                Instant known = Instant.now().plus(UNTIL_KNOWN);
                Pause.untilTrue(UNTIL_KNOWN.multipliedBy(2), () -> Instant.now().isAfter(known));
            }
            if (isLetIn(administrator)) {
                return administrator;
            }
        }
        throw new CannotRun("The gateway does not let " + administrator.name()
                + " in; see ./foyer logs admin-gateway, and call this again.");
    }

    private boolean isLetIn(Account account) {
        return Api.as(account, ports.http(Endpoint.GATEWAY))
                        .get("/api/v1/settings")
                        .status()
                == 200;
    }
}
