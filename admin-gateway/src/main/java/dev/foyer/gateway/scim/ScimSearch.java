package dev.foyer.gateway.scim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.server.filter.AndExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.AttributeExpressionLeaf;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.OrExpressionNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.index.UserQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lists of users. What directory systems ask all the time, whether there is one of this name or of this id elsewhere, is looked up; another filter reads all
 * users, unless they are too many for that. Pages by number are pages by cursor here, and the cursors of the last ones are remembered. Thread-safe.
 */
final class ScimSearch {

    /** Reading more for one question would be at the expense of others. */
    private static final int MOST_READ = 20_000;

    private static final String EVENTS = "pin.events";
    private static final int AT_ONCE = ScimSchemas.MOST_RESULTS;
    private static final UserQuery EVERYBODY = new UserQuery(null, null, UserQuery.Order.USER_PRINCIPAL_NAME);

    private final Supplier<ServiceProvider> abilities;
    private final ReadModel index;
    private final Cache<String, String> cursors = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(1_000)
            .build();

    ScimSearch(Supplier<ServiceProvider> abilities, ReadModel index) {
        this.abilities = abilities;
        this.index = index;
    }

    /** @param startIndex from 1; @param count 0: only how many there are */
    PartialListResponse<User> list(ScimCall call, FilterNode filter, long startIndex, int count) {
        if (filter == null) {
            return everybody(call, startIndex, count);
        }
        ScimWindow window = new ScimWindow(startIndex, count);
        matching(call, filter, window);
        return response(window.shown(), window.all());
    }

    /**
     * A directory asks whether there is somebody of a name before it makes one, and finds nobody here whom another gateway has just made for it. The
     * broker is asked how far things are, since most of these questions are of somebody who is nowhere, and need not wait.
     */
    private boolean hasCaughtUp(ScimCall call) {
        long began = System.nanoTime();
        try {
            return !call.forOthers().isZero() && index.reachesTheEnd(EVENTS, call.forOthers());
        } finally {
            call.hasWaited(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static PartialListResponse<User> response(List<User> page, long total) {
        return PartialListResponse.<User>builder()
                .resources(new ArrayList<>(page))
                .totalResults(total)
                .build();
    }

    private void matching(ScimCall call, FilterNode filter, ScimWindow window) {
        TenantView view = call.view();
        Optional<Collection<UserEntry>> candidates = candidates(view, filter);
        if (candidates.isPresent() && candidates.get().isEmpty() && hasCaughtUp(call)) {
            candidates = candidates(view, filter);
        }
        if (candidates.isPresent()) {
            List<User> shown = candidates.get().stream().map(ScimShown::of).toList();
            window.add(isLookUp(filter) ? shown : ScimMatch.of(abilities.get(), shown, filter));
            return;
        }
        String cursor = null;
        do {
            ResultPage<UserEntry> page = view.users(EVERYBODY, AT_ONCE, cursor);
            if (page.total() > MOST_READ) {
                throw ScimFailure.tooMany(
                        "The tenant has " + page.total()
                                + " users, too many for this filter; ask by userName eq, externalId eq or id eq, with and and or.");
            }
            window.add(ScimMatch.of(
                    abilities.get(), page.items().stream().map(ScimShown::of).toList(), filter));
            cursor = page.next();
        } while (cursor != null);
    }

    /** All who can match, and perhaps more; empty when that cannot be looked up. */
    private static Optional<Collection<UserEntry>> candidates(TenantView view, FilterNode filter) {
        return switch (filter) {
            case AttributeExpressionLeaf leaf -> lookUp(view, leaf);
            case AndExpressionNode and ->
                candidates(view, and.getLeftNode()).or(() -> candidates(view, and.getRightNode()));
            case OrExpressionNode or ->
                candidates(view, or.getLeftNode())
                        .flatMap(left -> candidates(view, or.getRightNode()).map(right -> together(left, right)));
            default -> Optional.empty();
        };
    }

    private static Collection<UserEntry> together(Collection<UserEntry> left, Collection<UserEntry> right) {
        Map<String, UserEntry> all = new LinkedHashMap<>();
        left.forEach(user -> all.put(user.userId(), user));
        right.forEach(user -> all.put(user.userId(), user));
        return all.values();
    }

    private static Optional<Collection<UserEntry>> lookUp(TenantView view, AttributeExpressionLeaf leaf) {
        if (leaf.getComparator() != Comparator.EQ || leaf.isNull() || leaf.getValue() == null) {
            return Optional.empty();
        }
        String value = leaf.getValue();
        return switch (leaf.getShortName()) {
            case "userName" -> Optional.of(view.usersNamed(value));
            case "externalId" -> Optional.of(view.usersByExternalId(value));
            case "id" -> Optional.of(view.userById(value).stream().toList());
            default -> Optional.empty();
        };
    }

    /** Names are compared here as they are everywhere (rule G5), not as a library compares. */
    private static boolean isLookUp(FilterNode filter) {
        return filter instanceof AttributeExpressionLeaf;
    }

    private PartialListResponse<User> everybody(ScimCall call, long startIndex, int count) {
        if (count == 0) {
            return response(List.of(), call.view().users(EVERYBODY, 1, null).total());
        }
        long at = 1;
        String cursor = null;
        String known = cursors.getIfPresent(key(call, startIndex));
        if (known != null) {
            at = startIndex;
            cursor = known;
        }
        while (true) {
            int step = (int) Math.min(at < startIndex ? startIndex - at : count, AT_ONCE);
            ResultPage<UserEntry> page = call.view().users(EVERYBODY, step, cursor);
            if (page.next() != null) {
                cursors.put(key(call, at + step), page.next());
            }
            if (at >= startIndex) {
                return response(page.items().stream().map(ScimShown::of).toList(), page.total());
            }
            if (page.next() == null || page.total() < startIndex) {
                return response(List.of(), page.total());
            }
            at += step;
            cursor = page.next();
        }
    }

    private static String key(ScimCall call, long index) {
        return call.tenant() + "/" + index;
    }
}
