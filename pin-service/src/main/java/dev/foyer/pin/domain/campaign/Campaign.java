package dev.foyer.pin.domain.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The states of a campaign. Users are done in batches, one after the other; of whom nothing is known is in the next batch again,
 * ahead of all others, and each user remembers what it was asked for this campaign, so that nobody is done twice. Who cannot be
 * decided ends as failed after {@link #MOST_TRIES} batches in which nobody was.
 */
public sealed interface Campaign {

    /** How long a list of users may be on its way; whoever makes a campaign sends it within seconds. */
    Duration LISTED_WITHIN = Duration.ofMinutes(10);

    /** When a batch is asked again of which nothing was heard: longer than any command waits for its owner. */
    Duration PATIENCE = Duration.ofSeconds(30);

    /** A batch of whose users none is decided is begun so often, each time after {@link #PATIENCE}: for ten minutes. */
    int MOST_TRIES = 20;

    /** The same once somebody of this campaign had no answer that often: many of them would take days. */
    int FEWER_TRIES = 4;

    /** A stopped campaign that nobody continues for so long is over. */
    Duration CONTINUED_WITHIN = Duration.ofDays(30);

    /** Afterwards no command for it can be repeated, and what became of it is told by its events. */
    Duration KEPT = Duration.ofHours(25);

    /** When it wants to be woken next. */
    Optional<Instant> due();

    /** Nobody has heard of it, or need know of it any more. */
    record Unplanned() implements Campaign {
        @Override
        public Optional<Instant> due() {
            return Optional.empty();
        }
    }

    /** Its list is on its way. */
    record Planned(Work work, Instant at) implements Campaign {
        @Override
        public Optional<Instant> due() {
            return Optional.of(at.plus(LISTED_WITHIN));
        }
    }

    /** The next batch begins then. */
    record Pausing(Work work, Instant nextAt) implements Campaign {
        @Override
        public Optional<Instant> due() {
            return Optional.of(nextAt);
        }
    }

    /**
     * A batch is under way.
     *
     * @param begunAt the last time that it was
     * @param stopping no other follows
     * @param tries how often this one was begun
     * @param awaiting why none of its users is decided; {@code null}: that is not known
     */
    record Working(Work work, Instant begunAt, boolean stopping, int tries, ItemResult.Reason awaiting)
            implements Campaign {

        static Working begun(Work work, Instant at) {
            return new Working(work, at, false, 1, null);
        }

        Working again(Instant at) {
            return new Working(work, at, stopping, tries + 1, awaiting);
        }

        Working stopping(boolean is) {
            return new Working(work, begunAt, is, tries, awaiting);
        }

        Working awaiting(ItemResult.Reason why) {
            return new Working(work, begunAt, stopping, tries, why);
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(begunAt.plus(PATIENCE));
        }

        /** The users of the batch. */
        public List<String> batch() {
            return work.users().subList(work.next(), work.next() + work.batch());
        }
    }

    /** An administrator stopped it, and may continue it. */
    record Stopped(Work work, Instant since) implements Campaign {
        @Override
        public Optional<Instant> due() {
            return Optional.of(since.plus(CONTINUED_WITHIN));
        }
    }

    /** Nothing more will be done. */
    record Finished(CampaignPlan plan, Instant at) implements Campaign {
        @Override
        public Optional<Instant> due() {
            return Optional.of(at.plus(KEPT));
        }
    }

    /**
     * What is to do, and how far it is. Immutable.
     *
     * @param by the account that asked; its name stands in what happens to each user
     * @param byUserId that account's own user, or {@code null}: nobody's own PIN is made (rule A3)
     * @param reason why they asked, which stands in what happens to each user (rule G3); {@code null}: it was not said
     * @param users so far listed
     * @param next the first one of which the outcome is not known
     */
    record Work(
            CampaignPlan plan, String by, String byUserId, String reason, List<String> users, int next, Tally tally) {

        public Work {
            users = List.copyOf(users);
        }

        Work listing(List<String> more) {
            List<String> all = new ArrayList<>(users);
            all.addAll(more);
            return new Work(plan, by, byUserId, reason, all, next, tally);
        }

        /** Whom the results leave out comes next again. */
        Work settled(List<ItemResult> results) {
            return new Work(
                    plan,
                    by,
                    byUserId,
                    reason,
                    results.size() == batch() ? users : ahead(results),
                    next + results.size(),
                    tally.plus(results));
        }

        private List<String> ahead(List<ItemResult> results) {
            Set<String> known = results.stream().map(ItemResult::user).collect(Collectors.toSet());
            List<String> batch = users.subList(next, next + batch());
            List<String> all = new ArrayList<>(users.subList(0, next));
            results.forEach(result -> all.add(result.user()));
            batch.stream().filter(user -> !known.contains(user)).forEach(all::add);
            all.addAll(users.subList(next + batch.size(), users.size()));
            return all;
        }

        int batch() {
            return Math.min(plan.batch(), left());
        }

        /** When the batch after one that began then may begin. */
        Instant paced(Instant begunAt) {
            return begunAt.plusMillis(1_000L * batch() / plan.perSecond());
        }

        public int left() {
            return plan.users() - next;
        }

        boolean isListed() {
            return users.size() == plan.users();
        }
    }
}
