package dev.foyer.eventsourcing.internal.runtime;

import java.util.Optional;

/**
 * What the owner of a partition is doing. A state has a method for each move that it allows, and no other: what is not
 * allowed cannot be written. {@link OwnerLifecycle} holds the current one.
 *
 * <pre>
 * Loading ---> Serving &lt;---> Recovering       any of these three ---> Stopped or Broken, the ends
 *    ^------------+--------------+              a snapshot cannot be read
 * </pre>
 */
sealed interface OwnerState {

    /** As health shows it. */
    String name();

    /** States that others follow. */
    sealed interface Live extends OwnerState {

        /** Loading begins anew: it failed, or a snapshot cannot be read and the whole journal must be folded. */
        default Loading toLoading() {
            return new Loading(System.nanoTime());
        }

        /** @param known what the log holds, if that is certain */
        default Stopped toStopped(Optional<PartitionState> known) {
            return new Stopped(known);
        }

        default Broken toBroken() {
            return new Broken();
        }
    }

    /** States that nothing follows. */
    sealed interface Ended extends OwnerState {}

    /**
     * Reads snapshots and journal for the first time; requests are turned away.
     *
     * @param sinceNanos when the last try began, by {@link System#nanoTime}
     */
    record Loading(long sinceNanos) implements Live {
        @Override
        public String name() {
            return "LOADING";
        }

        Serving toServing() {
            return new Serving(System.nanoTime() - sinceNanos);
        }
    }

    /**
     * Takes, decides, commits and answers.
     *
     * @param readyAfterNanos what loading or recovering took
     */
    record Serving(long readyAfterNanos) implements Live {
        @Override
        public String name() {
            return "SERVING";
        }

        /** A commit failed or is in doubt. */
        Recovering toRecovering() {
            return new Recovering(System.nanoTime());
        }
    }

    /**
     * Asks the log what became of a commit, or waits for the group to confirm the claim; requests wait.
     *
     * @param sinceNanos when the last failure was, by {@link System#nanoTime}
     */
    record Recovering(long sinceNanos) implements Live {
        @Override
        public String name() {
            return "RECOVERING";
        }

        /** It failed again. */
        Recovering toRecovering() {
            return new Recovering(System.nanoTime());
        }

        Serving toServing() {
            return new Serving(System.nanoTime() - sinceNanos);
        }
    }

    /**
     * Was told to stop, and has.
     *
     * @param known what the log holds, if that is certain; for a standby or the next owner in this process
     */
    record Stopped(Optional<PartitionState> known) implements Ended {
        @Override
        public String name() {
            return "STOPPED";
        }
    }

    /** The journal cannot be folded; only an operator can help. */
    record Broken() implements Ended {
        @Override
        public String name() {
            return "BROKEN";
        }
    }
}
