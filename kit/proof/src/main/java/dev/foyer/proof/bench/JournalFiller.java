package dev.foyer.proof.bench;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.proof.domain.AccountCommand.Deposit;
import dev.foyer.proof.domain.Accounts;
import dev.foyer.proof.instance.ClusterPlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Fills a journal before instances start on it. */
final class JournalFiller {

    private static final int IN_FLIGHT = 2_048;

    private JournalFiller() {}

    /** So many accounts with one entry each. */
    static void open(ClusterPlan plan, int accounts) {
        Semaphore free = new Semaphore(IN_FLIGHT);
        CommandIds ids = new CommandIds();
        try (AggregateRuntime runtime =
                new AggregateRuntime(plan.settings("http://127.0.0.1:0", Optional.empty()), List.of(Accounts.TYPE))) {
            RuntimeReadiness.awaitAll(runtime);
            for (int i = 0; i < accounts; i++) {
                free.acquire();
                String id = ids.next();
                runtime.submit(
                                Accounts.TYPE,
                                "filled/a-" + i,
                                new Deposit(1, Payload.NOTE),
                                new CommandMeta(id, id, Actor.service("bench")))
                        .whenComplete((reply, failure) -> free.release());
            }
            free.acquire(IN_FLIGHT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
