package dev.foyer.gateway.page;

import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.UserCounts;
import dev.foyer.gateway.index.UserEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What was found.
 *
 * @param counts how many there are in each state
 * @param refusal why nothing was looked for, or {@code null}
 * @param held of the users shown those whose mail with the present PIN is held
 * @param marks whether this account may have the same done to many of them
 */
record UserList(
        UserAsk ask, ResultPage<UserEntry> users, UserCounts counts, Set<String> held, boolean marks, String refusal) {

    /** A filter. */
    public record Facet(UserFilter filter, long count, boolean chosen) {}

    public List<Facet> facets() {
        return Arrays.stream(UserFilter.values())
                .map(filter -> new Facet(
                        filter, counts.of(filter.state()), filter.state().equals(ask.state())))
                .toList();
    }

    /** All that can be shown. */
    public List<UserColumn> allColumns() {
        return List.of(UserColumn.values());
    }

    public List<Integer> sizes() {
        return UserAsk.SIZES;
    }

    public List<UserColumn> columns() {
        return ask.columns();
    }

    public boolean isHeld(UserEntry user) {
        return held.contains(user.userId());
    }

    /** Number of the first that is shown. */
    public long from() {
        return users.items().isEmpty() ? 0 : ask.at() + 1;
    }

    public long to() {
        return Math.min(ask.at() + users.items().size(), users.total());
    }

    /** The one user that was found, whom an Enter opens; {@code null}: it is not one. */
    public String only() {
        return users.total() == 1 && users.items().size() == 1
                ? ask.of(users.items().getFirst())
                : null;
    }
}
