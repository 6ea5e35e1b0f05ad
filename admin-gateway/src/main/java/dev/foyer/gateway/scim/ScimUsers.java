package dev.foyer.gateway.scim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.foyer.base.Position;
import dev.foyer.base.Problem;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.DirectoryClient;
import dev.foyer.gateway.clients.DirectoryClient.Change;
import dev.foyer.gateway.clients.DirectoryClient.Field;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.AuditQuery;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.UserEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is asked of users over SCIM, by the commands that everybody else uses, each in the name of the token. Two requests about one user go one after
 * the other here, so that an {@code If-Match} that held when it was compared holds when the change is made; at two gateways at once the later one
 * changes only what it says itself. Blocks. Thread-safe.
 */
final class ScimUsers extends ResourceHandler<User> {

    private static final int STRIPES = 256;
    /** Others' ids came over another door: nobody who asks here was just told them. */
    private static final Pattern ID_THAT_WE_MAKE = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RemoteService<DirectoryClient> pinService;
    private final ReadModel index;
    private final ScimSearch search;
    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    ScimUsers(RemoteService<DirectoryClient> pinService, ReadModel index) {
        this.pinService = pinService;
        this.index = index;
        this.search = new ScimSearch(this::abilities, index);
    }

    private de.captaingoldfish.scim.sdk.common.resources.ServiceProvider abilities() {
        return getServiceProvider();
    }

    @Override
    public User createResource(User said, Context context) {
        ScimCall call = (ScimCall) context;
        return ScimFailure.guarded(call, () -> {
            ScimPerson wanted = ScimPerson.of(said);
            checkNumbers(wanted, Boolean.TRUE.equals(wanted.enabled()) && wanted.isActive());
            String id = UUID.randomUUID().toString();
            refuseOthersId(call, id, wanted);
            List<Position> written = new ArrayList<>(pinService
                    .run(call.command(), (users, command) -> users.provision(command, id, wanted.user()))
                    .positions());
            if (wanted.isActive() && Boolean.TRUE.equals(wanted.enabled())) {
                written.addAll(enableNew(call, id, wanted, List.copyOf(written)));
            }
            waitUntilShown(call, written);
            // Somebody may have removed the user again: made the user was, and that is what was asked.
            return ScimShown.of(call.view().userById(id).orElseGet(() -> wanted.made(call.tenant(), id)));
        });
    }

    /** Names and ids address users at other doors: a name that is another's id would mean the wrong one (rule G5). */
    private static void refuseOthersId(ScimCall call, String id, ScimPerson wanted) {
        if (call.view().isOthersId(wanted.user().userPrincipalName(), id)) {
            throw ScimFailure.taken("userName is the id of another user of the tenant, in whatever letter case;"
                    + " choose another one, or change that user first.");
        }
    }

    /**
     * The user is there by now, whatever becomes of this: directory systems look users up by name before they make one again, and then say what is
     * different. So who is refused must be found at once.
     */
    private List<Position> enableNew(ScimCall call, String id, ScimPerson wanted, List<Position> made) {
        return ScimFailure.guarded(
                call,
                "The user is made, as " + id
                        + ", and not enabled: find the user by userName and say enabled: true again.",
                () -> {
                    try {
                        List<Position> written = new ArrayList<>(enable(call, id));
                        written.addAll(changeNumbers(call, id, wanted, null));
                        return written;
                    } catch (Problem.ProblemException | Unavailable e) {
                        index.passed(made, call.seenWithin());
                        throw e;
                    }
                });
    }

    @Override
    public User getResource(
            String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
        ScimCall call = (ScimCall) context;
        return ScimFailure.guarded(call, () -> ScimShown.of(find(call, id)));
    }

    @Override
    public PartialListResponse<User> listResources(
            long startIndex,
            int count,
            FilterNode filter,
            SchemaAttribute sortBy,
            SortOrder sortOrder,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excluded,
            Context context) {
        ScimCall call = (ScimCall) context;
        return ScimFailure.guarded(call, () -> search.list(call, filter, startIndex, count));
    }

    /** Of PUT, and of PATCH, which the library has made into a whole user by then. */
    @Override
    public User updateResource(User said, Context context) {
        ScimCall call = (ScimCall) context;
        return ScimFailure.guarded(call, () -> {
            String id = said.getId().orElseThrow();
            UserEntry is = find(call, id);
            ScimPerson before = ScimPerson.of(is);
            ScimPerson read = ScimPerson.of(said);
            ScimPerson wanted = call.replaces() ? read.keeping(before, said) : read;
            boolean on = wanted.isActive() && Boolean.TRUE.equals(wanted.enabled());
            List<Position> written = new ArrayList<>();
            Set<Field> fields = wanted.differsIn(before);
            if (wanted.isActive()) {
                checkNumbers(wanted, on);
            }
            if (fields.contains(Field.USER_PRINCIPAL_NAME)) {
                refuseOthersId(call, id, wanted);
            }
            if (!fields.isEmpty()) { // who is not active any more is disabled by the same command
                written.addAll(pinService
                        .run(
                                call.command(),
                                (users, command) -> users.change(command, id, new Change(wanted.user(), fields)))
                        .positions());
            }
            if (on && !is.enabled()) {
                written.addAll(enable(call, id));
                written.addAll(changeNumbers(call, id, wanted, null));
            } else if (on) {
                written.addAll(changeNumbers(call, id, wanted, before));
            } else if (wanted.isActive() && (is.enabled() || saysOff(call, read))) {
                written.addAll(pinService
                        .run(call.command(), (users, command) -> users.disable(command, id))
                        .positions());
            }
            waitUntilShown(call, written);
            return ScimShown.of(find(call, id));
        });
    }

    /** Whoever says so of the whole user means it, also of one who was enabled at another gateway a moment ago. */
    private static boolean saysOff(ScimCall call, ScimPerson read) {
        return call.replaces() && Boolean.FALSE.equals(read.enabled());
    }

    @Override
    public void deleteResource(String id, Context context) {
        ScimCall call = (ScimCall) context;
        ScimFailure.guarded(call, () -> {
            find(call, id);
            Answered<?> gone = pinService.run(call.command(), (users, command) -> users.remove(command, id));
            index.passed(gone.positions(), call.seenWithin());
            return gone;
        });
    }

    /** For one who changes or takes away this user: nobody else does so here until the call is over. */
    private UserEntry find(ScimCall call, String id) {
        if (call.changes()) {
            call.take(stripes[Math.floorMod(Objects.hash(call.tenant(), id), STRIPES)]);
        }
        return call.view().userById(id).or(() -> madeElsewhere(call, id)).orElseThrow(() -> ScimFailure.notFound(id));
    }

    /** A directory that was told of a new user by one gateway may ask the next one before that has read of it. */
    private Optional<UserEntry> madeElsewhere(ScimCall call, String id) {
        if (!ID_THAT_WE_MAKE.matcher(id).matches()) {
            return Optional.empty();
        }
        if (wasHere(call, id)) { // and may have come just now, after it was looked for
            return call.view().userById(id);
        }
        long began = System.nanoTime();
        try {
            return index.await(() -> call.view().userById(id), call.forOthers());
        } finally {
            call.hasWaited(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static boolean wasHere(ScimCall call, String id) {
        AuditQuery ofThatUser = new AuditQuery(id, null, null, null, null, null);
        return !call.view().audit(ofThatUser, 1, null).items().isEmpty();
    }

    private List<Position> enable(ScimCall call, String id) {
        return pinService
                .call(call.command(), (users, command) -> users.enable(command, id))
                .positions();
    }

    /** @param before {@code null}: just enabled, with the tenant's numbers; then only what was said counts */
    private List<Position> changeNumbers(ScimCall call, String id, ScimPerson wanted, ScimPerson before) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        change(patch, "serviceNumber", wanted.serviceNumber(), before == null ? null : before.serviceNumber());
        change(
                patch,
                "tollFreeServiceNumber",
                wanted.tollFreeServiceNumber(),
                before == null ? null : before.tollFreeServiceNumber());
        return patch.isEmpty()
                ? List.of()
                : pinService
                        .run(call.command(), (users, command) -> users.changeNumbers(command, id, patch))
                        .positions();
    }

    private static void change(ObjectNode patch, String name, String wanted, String before) {
        if (!Objects.equals(wanted, before)) {
            patch.put(name, wanted);
        }
    }

    /** Refused instead of forgotten: whoever says a number means it. */
    private static void checkNumbers(ScimPerson wanted, boolean on) {
        if (!on && (wanted.serviceNumber() != null || wanted.tollFreeServiceNumber() != null)) {
            throw ScimFailure.value(
                    "serviceNumber and tollFreeServiceNumber", "are an enabled user's: say enabled: true with them.");
        }
    }

    /** @throws ScimFailure 503 when it is done and cannot be shown yet: whoever asks again finds it done */
    private void waitUntilShown(ScimCall call, List<Position> written) {
        if (!index.passed(written, call.seenWithin())) {
            call.retryAfter(Duration.ofSeconds(1));
            throw ScimFailure.of(503, "It is done, but not to be seen here yet; ask for the user again in a moment.");
        }
    }
}
