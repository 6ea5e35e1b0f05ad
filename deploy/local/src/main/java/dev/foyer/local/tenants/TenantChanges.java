package dev.foyer.local.tenants;

import dev.foyer.local.CannotRun;
import dev.foyer.local.access.UserName;
import dev.foyer.local.secrets.Account;
import dev.foyer.local.secrets.Accounts;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Tenants, for callers that are not at the machine: whatever cannot be is a {@link Refused}, and nobody waits for the end of a
 * large one. Thread-safe.
 */
final class TenantChanges {

    /** As the gateway takes names of accounts. */
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9@._+-]{1,128}");

    /** Less than the gateway waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Tenants tenants;
    private final Map<String, CompletableFuture<Void>> removals = new ConcurrentHashMap<>();
    private final Executor threads = task -> Thread.ofVirtual().name("removal").start(task);

    TenantChanges(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * Returns when the tenant is complete.
     *
     * @param administrator {@code null}: called as usual
     * @return the administrator, with a password that nobody has seen
     */
    Account add(String tenant, String administrator) {
        checkName(tenant);
        String name = administrator == null ? Accounts.administratorOf(tenant) : administrator;
        if (!ACCOUNT.matcher(name).matches()) {
            throw new Refused(
                    400,
                    "administrator-invalid",
                    "No account can be called so",
                    "administrator is 1 to 128 letters, digits and @ . _ + - of an account that is not there yet.");
        }
        try {
            return tenants.addNew(tenant, name);
        } catch (CannotRun e) {
            throw notNow(e);
        }
    }

    /** @return whether it is gone; {@code false}: that takes a while, and whoever wants to know calls again */
    boolean remove(String tenant) {
        checkName(tenant);
        CompletableFuture<Void> removal = removals.computeIfAbsent(tenant, this::begin);
        removal.whenComplete((_, _) -> removals.remove(tenant, removal));
        try {
            removal.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotRun why) {
                throw notNow(why);
            }
            throw new CompletionException(e.getCause());
        }
    }

    private CompletableFuture<Void> begin(String tenant) {
        if (!tenants.isKnown(tenant)) {
            throw new Refused(404, "tenant-not-found", "No such tenant", "Check the name; perhaps it is gone already.");
        }
        if (tenants.isLast(tenant)) {
            throw new Refused(409, "last-tenant", "It is the last tenant", "Add another one first.");
        }
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        tenants.remove(tenant);
                        System.out.println(tenant + " is gone.");
                    } catch (RuntimeException e) {
                        System.out.println(tenant + " could not be removed: " + e.getMessage());
                        throw e;
                    }
                },
                threads);
    }

    private static void checkName(String tenant) {
        if (tenant == null || !UserName.isTenant(tenant)) {
            throw new Refused(
                    400,
                    "tenant-invalid",
                    "No tenant can be called so",
                    "tenant is a domain name in lower case such as contoso.com.");
        }
    }

    private static Refused notNow(CannotRun why) {
        return new Refused(503, "tenants-not-now", "Not now", why.getMessage());
    }
}
