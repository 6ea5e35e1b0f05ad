package dev.foyer.gateway.api;

import dev.foyer.base.Problem;
import dev.foyer.gateway.api.ReplayedLetters.Item;
import dev.foyer.gateway.api.ReplayedLetters.Outcome;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.DeadLetterServices;
import dev.foyer.gateway.clients.DeadLettersClient;
import dev.foyer.gateway.clients.DeadLettersClient.Letter;
import dev.foyer.gateway.clients.DeadLettersClient.Replayed;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.DeadLetterEntry;
import dev.foyer.gateway.index.DeadLetterEntry.State;
import dev.foyer.gateway.index.DeadLetterQuery;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.SourceEntry;
import dev.foyer.gateway.index.TenantView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * What an administrator does about dead letters: commands to the services that wrote them, one for each letter. Those of a replay of
 * many are named after its own, so that a repetition does none of them twice.
 */
@RequestScoped
public class DeadLetterReplays {

    /** Of one request: as many as are done before its sender gives up. */
    private static final int AT_ONCE = 200;

    private static final int IN_PARALLEL = 8;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    @Inject
    ApiRequest request;

    @Inject
    DeadLetterServices services;

    @Inject
    ReadYourWrites readYourWrites;

    /** @return the letter with what came of it, as far as it shows */
    DeadLetterEntry replay(String id, Bodies.Replay body) {
        DeadLetterEntry entry = known(id);
        CommandContext command = command(new KeyScope("replay-dead-letter", id), body);
        Replayed done = replayed(entry, command, command.reason());
        return shown(entry, command, done);
    }

    void discard(String id, Bodies.Discard body) {
        DeadLetterEntry entry = known(id);
        CommandContext command = command(new KeyScope("discard-dead-letter", id), body);
        if (command.reason() == null) {
            throw Problems.missing("reason").exception();
        }
        Letter letter = letter(entry, command.reason());
        readYourWrites.await(discarded(service(entry), command, id, letter));
    }

    ReplayedLetters replayAll(Bodies.ReplayAll body) {
        boolean dryRun = body.onlyTried();
        // Whoever may see the letters may see what would become of them.
        CommandContext command = dryRun ? null : command(KeyScope.of("replay-dead-letters"), body);
        Bodies.LetterFilter filter = body.filter() == null ? Bodies.LetterFilter.ALL : body.filter();
        DeadLetterQuery wanted = new DeadLetterQuery(
                EnumSet.of(State.OPEN, State.BURIED_AGAIN),
                blankIsNone(filter.reason()),
                blankIsNone(filter.origin()),
                dryRun ? null : command.commandId());
        ResultPage<DeadLetterEntry> page = request.viewOrOfNoTenant().deadLetters(wanted, false, AT_ONCE, null);
        List<Item> items = dryRun
                ? page.items().stream().map(DeadLetterReplays::planned).toList()
                : all(page.items(), command, command.reason());
        return new ReplayedLetters(dryRun, page.total(), page.total() - items.size(), items);
    }

    private static Item planned(DeadLetterEntry entry) {
        return entry.isReplayable()
                ? new Item(entry.id(), Outcome.WOULD_BE_REPLAYED, null)
                : new Item(entry.id(), Outcome.NOT_REPLAYED, notKept(entry));
    }

    private static String notKept(DeadLetterEntry entry) {
        return entry.letter() == null
                ? "The letter is not there any more."
                : "The record may hold a PIN, so nothing of it is kept; have it sent again without one.";
    }

    /** What was read from one partition one after the other, as it was written there; partitions beside each other. */
    private List<Item> all(List<DeadLetterEntry> entries, CommandContext command, String reason) {
        Map<String, List<DeadLetterEntry>> byPartition = new LinkedHashMap<>();
        entries.forEach(entry -> byPartition
                .computeIfAbsent(entry.topic() + "/" + entry.partition(), first -> new ArrayList<>())
                .add(entry));
        TenantView view = request.viewOrOfNoTenant();
        Semaphore places = new Semaphore(IN_PARALLEL);
        Executor threads = Thread::startVirtualThread;
        List<CompletableFuture<List<Item>>> running = byPartition.values().stream()
                .map(part -> CompletableFuture.supplyAsync(
                        () -> {
                            places.acquireUninterruptibly();
                            try {
                                return part.stream()
                                        .map(entry -> one(entry, command, reason))
                                        .toList();
                            } finally {
                                places.release();
                            }
                        },
                        threads))
                .toList();
        List<Item> items =
                running.stream().flatMap(part -> part.join().stream()).toList();
        awaitAll(view, items);
        return items;
    }

    private Item one(DeadLetterEntry entry, CommandContext command, String reason) {
        CommandContext own = command.withCommandId(command.commandId() + "/" + entry.id());
        if (entry.letter() == null) {
            return new Item(entry.id(), Outcome.NOT_REPLAYED, notKept(entry));
        }
        try {
            Replayed done = replayed(entry, own, reason);
            return new Item(entry.id(), Outcome.valueOf(done.outcome()), done.why());
        } catch (Problem.ProblemException e) {
            boolean refused = e.problem().status() < 500; // else it may have been done, and its answer was lost
            return new Item(
                    entry.id(),
                    refused ? Outcome.NOT_REPLAYED : Outcome.REPLAYING,
                    e.problem().detail());
        }
    }

    private void awaitAll(TenantView view, List<Item> items) {
        List<Item> ended = items.stream()
                .filter(item -> item.outcome() == Outcome.REPLAYED || item.outcome() == Outcome.BURIED_AGAIN)
                .toList();
        readYourWrites.awaitShown(
                () -> ended.stream().allMatch(item -> shows(view, item)) ? Optional.of(true) : Optional.empty());
    }

    private static boolean shows(TenantView view, Item item) {
        return view.deadLetter(item.id())
                .filter(entry -> entry.state().name().equals(item.outcome().name()))
                .isPresent();
    }

    private Replayed replayed(DeadLetterEntry entry, CommandContext command, String reason) {
        return replayed(service(entry), command, entry.id(), letter(entry, reason));
    }

    private static <C extends DeadLettersClient> Replayed replayed(
            RemoteService<C> service, CommandContext command, String id, Letter letter) {
        return service.call(command, (client, params) -> client.replay(params, id, letter))
                .body();
    }

    private static <C extends DeadLettersClient> Answered<Void> discarded(
            RemoteService<C> service, CommandContext command, String id, Letter letter) {
        return service.run(command, (client, params) -> client.discard(params, id, letter));
    }

    /** What came of this very command; the letter as it was while that does not show. */
    private DeadLetterEntry shown(DeadLetterEntry before, CommandContext command, Replayed done) {
        if (done.outcome().equals(Outcome.REPLAYING.name())) {
            return before;
        }
        TenantView view = request.viewOrOfNoTenant();
        return readYourWrites
                .awaitShown(() -> view.deadLetter(before.id())
                        .filter(entry -> entry.outcome() != null
                                && entry.outcome().commandId().startsWith(command.commandId() + "/")))
                .orElse(before);
    }

    /** @throws Problem.ProblemException 404 when the tenant has no such letter */
    private DeadLetterEntry known(String id) {
        if (!ID.matcher(id).matches()) {
            throw Problems.deadLetterNotFound().exception();
        }
        return request.viewOrOfNoTenant()
                .deadLetter(id)
                .filter(entry -> entry.letter() != null)
                .orElseThrow(() -> Problems.deadLetterNotFound().exception());
    }

    private RemoteService<? extends DeadLettersClient> service(DeadLetterEntry entry) {
        return services.of(entry.service())
                .orElseThrow(() -> Problems.deadLetterNotFound().exception());
    }

    private static Letter letter(DeadLetterEntry entry, String reason) {
        return new Letter(entry.letter().partition(), entry.letter().offset(), reason);
    }

    /** An operator's are those that are no tenant's. */
    private CommandContext command(KeyScope scope, Object body) {
        if (request.isAboutNoTenant()) {
            return request.operator(SourceEntry.NO_TENANT, scope, body);
        }
        if (!request.is(Roles.ADMIN)) {
            throw TenantProblems.deadLettersOfATenant().exception();
        }
        return request.command(Roles.ADMIN, scope, body);
    }

    private static String blankIsNone(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
