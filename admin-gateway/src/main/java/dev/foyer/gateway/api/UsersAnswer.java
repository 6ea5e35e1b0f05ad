package dev.foyer.gateway.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.UserCounts;
import dev.foyer.gateway.index.UserEntry;
import java.util.List;

/**
 * A part of the users who match.
 *
 * @param next the cursor of what follows; {@code null} at the end
 * @param total how many there are in all
 * @param facets {@code null} when nobody asks for them
 * @param behind said in a header, as after a command: {@link ReadYourWrites#HEADER}
 */
public record UsersAnswer(
        List<UserAnswer> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next,
        long total,
        Facets facets,
        @JsonIgnore boolean behind)
        implements MayBeBehind {

    /** By what users can be counted. */
    public enum Facet {
        STATE
    }

    /** Of all whom {@code q} finds, in whatever state. */
    public record Facets(States state) {}

    /** A locked one is enabled, too, and so may be one whose mail is held: the numbers do not add up to {@code all}. */
    public record States(long all, long enabled, long disabled, long locked, long held) {

        static States of(UserCounts counts) {
            return new States(counts.all(), counts.enabled(), counts.disabled(), counts.locked(), counts.held());
        }
    }

    /** @param counts {@code null}: nobody asks */
    static UsersAnswer of(ResultPage<UserEntry> page, UserCounts counts) {
        return new UsersAnswer(
                page.items().stream().map(UserAnswer::of).toList(),
                page.next(),
                page.total(),
                counts == null ? null : new Facets(States.of(counts)),
                page.behind());
    }
}
