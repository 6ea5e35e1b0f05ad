package dev.foyer.local.tenants;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.access.Kcat;
import dev.foyer.local.access.Provisioning;
import dev.foyer.local.access.UserName;
import dev.foyer.local.broker.SuperUser;
import dev.foyer.local.home.ExclusiveLock;
import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.Account;
import dev.foyer.local.secrets.Accounts;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.local.topics.TopicList;
import java.util.Optional;
import java.util.Set;

/**
 * What of a tenant is at the broker and in the accounts' file of this home: made, closed and taken away, one step at a time
 * whichever process asks. Each step may be repeated. That a tenant is there, and what it has, is the services' to know.
 */
public final class Tenants {

    private final Home home;
    private final TopicList declared;
    private final Console console;
    private final Added added;

    /**
     * @param home of the Foyer that runs
     * @param declared what {@code deploy/topics.yaml} says
     */
    public Tenants(Home home, TopicList declared, Console console) {
        this.home = home;
        this.declared = declared;
        this.console = console;
        this.added = new Added(home);
    }

    /** @param administrator its first account; empty: it has none here */
    record Made(Optional<Told> administrator) {}

    /** @param password {@code null}: it was told, and is another one since */
    record Told(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Makes topics, the user of its systems, rules, and the first account, which may sign in within seconds. When that fails,
     * nobody may have seen the password, so the account is taken back.
     *
     * @param command a repetition of the same gets the same answer
     * @param administrator what the first account is called; empty: it gets none
     * @throws Refused when the tenant, by another command, or the account is there already
     */
    Made add(String tenant, Optional<String> administrator, String command) {
        UserName.checkTenant(tenant);
        try (ExclusiveLock _ = lock()) {
            boolean repeated = added.commandOf(tenant).filter(command::equals).isPresent();
            if (!repeated) {
                checkNew(tenant, administrator);
                added.begin(tenant, command);
            }
            try {
                provisioning().with(tenant).apply(console);
                return new Made(administrator.map(name -> administrator(tenant, name)));
            } catch (CannotRun e) {
                if (!repeated) {
                    if (accounts().tenants().contains(tenant)) {
                        Secrets.removeAccounts(home, tenant);
                    }
                    added.remove(tenant);
                }
                throw e;
            }
        }
    }

    private void checkNew(String tenant, Optional<String> administrator) {
        if (provisioning().leaving().tenants().contains(tenant)) {
            throw new Refused(
                    409,
                    "tenant-leaving",
                    "The tenant is being removed",
                    "Make the request that removes it again until it is gone; then add it.");
        }
        if (accounts().tenants().contains(tenant) || added.commandOf(tenant).isPresent()) {
            throw new Refused(409, "tenant-exists", "The tenant is there already", "Remove it first, or leave it.");
        }
        if (administrator.filter(accounts()::isThere).isPresent()) {
            throw new Refused(
                    409, "account-exists", "The account is there already", "Call the administrator otherwise.");
        }
    }

    private Told administrator(String tenant, String name) {
        boolean isNew = !accounts().tenants().contains(tenant);
        Account administrator = Secrets.addAdministrator(home, tenant, name);
        if (isNew) {
            added.tells(administrator);
        }
        return new Told(administrator.name(), added.told(administrator) ? administrator.password() : null);
    }

    /**
     * From now on the tenant's systems may do nothing at the broker, connected or not, and its accounts are none. Nothing of it
     * gets its rights back, also when the removal breaks off here.
     *
     * @throws Refused when there is no such tenant, or no other one would stay
     */
    void close(String tenant) {
        UserName.checkTenant(tenant);
        try (ExclusiveLock _ = lock()) {
            Provisioning now = provisioning();
            if (!now.tenants().contains(tenant)) {
                throw new Refused(
                        404, "tenant-not-found", "No such tenant", "Check the name; perhaps it is gone already.");
            }
            if (isLast(now, tenant)) {
                throw new Refused(409, "last-tenant", "It is the last tenant", "Add another one first.");
            }
            now.leaving().add(tenant);
            try (TenantTopics topics = topics(tenant)) {
                topics.shut(tenant);
            }
            if (accounts().tenants().contains(tenant)) {
                Secrets.removeAccounts(home, tenant);
            }
        }
    }

    private static boolean isLast(Provisioning now, String tenant) {
        Set<String> others = now.tenants();
        others.removeAll(now.leaving().tenants());
        others.remove(tenant);
        return others.isEmpty();
    }

    /** Whether the services have done what the tenant's systems wrote before; waits a while for it. */
    boolean isRead(String tenant) {
        UserName.checkTenant(tenant);
        try (TenantTopics topics = topics(tenant)) {
            return topics.isRead(declared);
        }
    }

    /** Says in the tenant's directory, in the place of its systems, that these are gone. @throws Refused unless it is closed */
    void removeUsers(String tenant, Set<String> users) {
        checkClosed(tenant);
        try (DirectoryWord directory = new DirectoryWord(SuperUser.connection(home), tenant)) {
            directory.remove(users);
        }
    }

    /** Takes its user, rules and topics away. What was written there, and not read by then, is lost. @throws Refused unless it is closed */
    void drop(String tenant) {
        UserName.checkTenant(tenant);
        try (ExclusiveLock _ = lock()) {
            Provisioning before = provisioning();
            if (!before.tenants().contains(tenant)) {
                return;
            }
            checkClosed(tenant);
            try (TenantTopics topics = topics(tenant)) {
                before.users().remove(tenant);
                Kcat.of(home, tenant).remove();
                // Before the rules: who reads a topic that is not there stops reading it, and who may not read one that
                // is
                // fails.
                topics.delete();
            }
            provisioning().apply(line -> {});
            added.remove(tenant);
            before.leaving().remove(tenant);
        }
    }

    private void checkClosed(String tenant) {
        if (!provisioning().leaving().tenants().contains(tenant)) {
            throw new Refused(409, "tenant-not-closed", "The tenant is not closed", "Close it first.");
        }
    }

    private TenantTopics topics(String tenant) {
        return new TenantTopics(SuperUser.connection(home), declared.onlyOf(tenant));
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
}
