package dev.foyer.meeting.domain.leg;

import java.util.List;

/** What follows for the meetings. */
public sealed interface LegAnswer {

    /** Whoever asked takes the leg out of those, then in here by this turn. */
    record Sent(long turn, List<String> toLeave) implements LegAnswer {}

    /** Whoever asked takes the leg out of those, whatever is older than this turn. */
    record Gone(long turn, List<String> toLeave) implements LegAnswer {}

    /** It is in another conference: it goes when there is room where it wants to go, and says then that this was asked. */
    record Elsewhere() implements LegAnswer {}

    /** We have never heard of this leg. */
    record NeverHeardOf() implements LegAnswer {}

    /** It is there. @param noted whether that was news */
    record Alive(boolean noted) implements LegAnswer {}

    /** It is as was asked. */
    record LegNoted() implements LegAnswer {}
}
