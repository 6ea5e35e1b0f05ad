package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.disabled;
import static dev.foyer.meeting.domain.MeetingFixture.enabled;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingCommand.ForgetMeeting;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Why a closed conference may be forgotten although news of it may be read again from the very beginning: each enabling but the one
 * that holds is followed, in its user's order, by what takes the ID away. So whatever the order between users, and whenever it is
 * forgotten on the way, it ends with who has it.
 */
@Tag("case-L2")
@Tag("C2")
class ReadAgainTest {

    private static final int RUNS = 2_000;

    private final MeetingDecider decider = new MeetingDecider();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whoeverHasTheIdHasItInTheEnd(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            boolean somebodyHasIt = random.nextBoolean();
            int users = 1 + random.nextInt(4);
            List<Deque<MeetingCommand>> perUser = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                Deque<MeetingCommand> news = new ArrayDeque<>(List.of(enabled("u-" + user, at(2 * user))));
                if (user < users - 1 || !somebodyHasIt) {
                    news.add(disabled("u-" + user, at(2 * user + 1)));
                }
                perUser.add(news);
            }
            Optional<String> owner = somebodyHasIt ? Optional.of("u-" + (users - 1)) : Optional.empty();
            assertEquals(owner, owner(read(perUser, random)), "seed " + seed + ", run " + run);
        }
    }

    /** In each user's order, and in any between users; it may be forgotten whenever it is closed. */
    private Meeting read(List<Deque<MeetingCommand>> perUser, Random random) {
        Meeting state = decider.initial();
        while (!perUser.isEmpty()) {
            Deque<MeetingCommand> news = perUser.get(random.nextInt(perUser.size()));
            state = decide(state, news.poll());
            perUser.removeIf(Deque::isEmpty);
            if (state instanceof Meeting.Closed && random.nextBoolean()) {
                state = decide(state, new ForgetMeeting());
                assertEquals(decider.initial(), state);
            }
        }
        return state;
    }

    private Meeting decide(Meeting state, MeetingCommand command) {
        Instant muchLater = NOW.plus(Forgetfulness.KEPT.multipliedBy(2));
        Meeting next = state;
        if (decider.decide(state, command, new MeetingContext(muchLater))
                instanceof Decision.Accepted<MeetingEvent, MeetingRefusal, MeetingAnswer>(var events, var answer)) {
            for (MeetingEvent event : events) {
                next = decider.evolve(next, event);
            }
        }
        return next;
    }

    private static Optional<String> owner(Meeting state) {
        return switch (state) {
            case Meeting.Waiting it -> Optional.of(it.booking().organizerId());
            case Meeting.Running it -> Optional.of(it.booking().organizerId());
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> Optional.empty();
        };
    }

    private static Instant at(int seconds) {
        return NOW.plusSeconds(seconds);
    }
}
