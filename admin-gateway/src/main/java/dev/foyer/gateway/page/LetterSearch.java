package dev.foyer.gateway.page;

import dev.foyer.gateway.index.DeadLetterEntry.State;
import dev.foyer.gateway.index.DeadLetterQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which dead letters are asked for; all of it stands in the address.
 *
 * @param origin {@code null}: any
 * @param reason words of it; empty: any
 * @param cursor where this part begins; {@code null}: at the beginning
 */
record LetterSearch(View view, LetterOrigin origin, String reason, String cursor) {

    private static final String ROOT = "/admin/dead-letters?";

    /** What of them there is to do; the names are values of the address and keys of messages. */
    public enum View {
        WAITING(EnumSet.of(State.OPEN, State.BURIED_AGAIN)),
        SETTLED(EnumSet.of(State.REPLAYED, State.DISCARDED)),
        ALL(Set.of());

        private final Set<State> states;

        View(Set<State> states) {
            this.states = states;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    LetterSearch {
        view = view == null ? View.WAITING : view;
        reason = reason == null ? "" : reason.strip();
    }

    DeadLetterQuery query(String tenant) {
        return new DeadLetterQuery(
                view.states, reason.isEmpty() ? null : reason, origin == null ? null : origin.topic(tenant), null);
    }

    public List<View> views() {
        return List.of(View.values());
    }

    public List<LetterOrigin> origins() {
        return List.of(LetterOrigin.values());
    }

    /** Its address from the beginning, with that view of it. */
    public String with(View other) {
        return ROOT + query(other);
    }

    /** The address of this part. */
    public String here() {
        return ROOT + query();
    }

    /** What follows this part. */
    public String next(String after) {
        return new LetterSearch(view, origin, reason, after).here();
    }

    /** What follows the question mark. */
    public String query() {
        return query(view) + (cursor == null ? "" : "&cursor=" + Urls.inUrl(cursor));
    }

    private String query(View other) {
        return "view=" + other.id() + "&origin=" + (origin == null ? "" : origin.word()) + "&reason="
                + Urls.inUrl(reason);
    }
}
