package dev.foyer.gateway.tenants;

import dev.foyer.base.Problem;
import dev.foyer.gateway.accounts.AccountsRunner;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.ClientsConfig;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.DirectoryClient;
import dev.foyer.gateway.clients.MeetingServiceClient;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.clients.TenantsClient;
import dev.foyer.gateway.clients.TenantsClient.Made;
import dev.foyer.gateway.clients.TenantsClient.Wanted;
import dev.foyer.gateway.clients.WebhooksClient;
import dev.foyer.gateway.company.Companies;
import dev.foyer.gateway.index.ReadModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Adds and removes tenants, in the name of the operator who asks: what is at the broker by a process that holds the key to
 * it, that a tenant is there or gone by pin-service, in an event. Every step may be repeated, so a request that broke off is
 * made again and goes on. Blocks (virtual threads). Thread-safe.
 */
@ApplicationScoped
public class TenantChanges {

    private static final Logger LOG = Logger.getLogger(TenantChanges.class);

    /** Less than clients wait for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Less is an answer, such as that there is no such tenant. */
    private static final int BROKE_OFF = 500;

    private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(10);
    private static final Duration READ_WITHIN = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    @Inject
    ClientsConfig config;

    @Inject
    RemoteService<TenantsClient> process;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    RemoteService<MeetingServiceClient> meetingService;

    @Inject
    RemoteService<WebhooksClient> webhooks;

    @Inject
    RemoteService<DirectoryClient> directory;

    @Inject
    ReadModel index;

    @Inject
    KnownTenants knownTenants;

    @Inject
    AccountsRunner runner;

    @Inject
    Companies companies;

    private final Map<String, CompletableFuture<Void>> removals = new ConcurrentHashMap<>();

    /** Whether there is anybody to ask. */
    public boolean isConfigured() {
        return config.tenantsUrl().isPresent();
    }

    /**
     * Returns when its people are let in here; at other gateways they are a moment later.
     *
     * @param operator whose tenant is the one to be
     * @param administrator {@code null}: called as usual
     * @throws Problem.ProblemException what was answered when it was no success; 503 when somebody is away
     */
    public Made add(CommandContext operator, String administrator) {
        Wanted wanted = new Wanted(!companies.isThereAny(), administrator);
        // Its topics first: what happens to a tenant without them is copied nowhere.
        Made made = process.call(operator, (tenants, command) -> tenants.add(command, wanted))
                .body();
        say(operator);
        if (!knownTenants.isThere(operator.tenant())) {
            // The same Idempotency-Key as for a tenant that is gone since: what was answered then is no news.
            say(Ending.next(operator));
        }
        if (made.administrator() != null) {
            // The file of the accounts is looked at now and then.
            awaitTrue(
                    KNOWN_WITHIN,
                    () -> runner.accounts().named(made.administrator().name()).isPresent());
        }
        LOG.infof("%s added the tenant %s", operator.account().name(), operator.tenant());
        return made;
    }

    private void say(CommandContext operator) {
        Answered<Void> added = pinService.run(operator, PinServiceClient::addTenant);
        index.passed(added.positions(), SEEN_WITHIN);
    }

    /** @return whether it is gone; {@code false}: that takes a while, and whoever wants to know asks again. As {@link #add}. */
    public boolean remove(CommandContext operator) {
        CompletableFuture<Void> removal = removals.computeIfAbsent(operator.tenant(), _ -> begin(operator));
        removal.whenComplete((_, _) -> removals.remove(operator.tenant(), removal));
        try {
            removal.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new CompletionException(e.getCause());
        }
    }

    private CompletableFuture<Void> begin(CommandContext operator) {
        String who = operator.account().name();
        String tenant = operator.tenant();
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        end(operator);
                        LOG.infof("%s removed the tenant %s", who, tenant);
                    } catch (Problem.ProblemException e) {
                        if (e.problem().status() >= BROKE_OFF) {
                            LOG.warnf(
                                    "The removal of %s that %s asked for broke off: %s",
                                    tenant, who, e.problem().title());
                        }
                        throw e;
                    } catch (RuntimeException e) {
                        LOG.errorf(e, "The removal of %s that %s asked for broke off", tenant, who);
                        throw e;
                    }
                },
                task -> Thread.ofVirtual().name("removal of " + tenant).start(task));
    }

    /** What its systems and people may do first, so that nothing comes while the rest goes. */
    private void end(CommandContext operator) {
        process.run(operator, TenantsClient::close);
        sayGone(operator);
        if (knownTenants.isThere(operator.tenant())) {
            // The same Idempotency-Key as for an earlier removal: what was answered then is no news.
            sayGone(Ending.next(operator));
        }
        if (!awaitTrue(
                READ_WITHIN,
                () -> process.run(operator, TenantsClient::awaitRead).status() == 204)) {
            throw Problem.unavailable(
                            "tenant-still-read",
                            "What the tenant's systems have written is not read yet; make the request again in a moment.",
                            5)
                    .exception();
        }
        int ended = new TenantContents(
                        index.tenant(operator.tenant()),
                        written -> index.passed(written, SEEN_WITHIN),
                        new Ending(operator, pinService, meetingService, webhooks, directory, process))
                .end();
        LOG.infof("Of %s %d users, meetings, scans and accounts are ended", operator.tenant(), ended);
        process.run(operator, TenantsClient::drop);
    }

    private void sayGone(CommandContext operator) {
        index.passed(pinService.run(operator, PinServiceClient::removeTenant).positions(), SEEN_WITHIN);
    }

    private static boolean awaitTrue(Duration atMost, Condition condition) {
        long began = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - began > atMost.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private interface Condition {
        boolean holds();
    }
}
