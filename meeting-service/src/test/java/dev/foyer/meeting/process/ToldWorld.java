package dev.foyer.meeting.process;

import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.UserMoment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** Three personal conferences of which something is said, by topics and by requests; and where everybody must be in the end. */
final class ToldWorld {

    static final String A = "4711001";
    static final String B = "4711002";
    static final List<String> CONFERENCES = List.of(A, B, "4711003");

    private final ScatteredMeetings meetings = new ScatteredMeetings();
    private final CallMoves moves = new CallMoves();
    private final RandomGenerator random;

    /** One record, or request; its number is its time. @param conference {@code null}: the leg hung up for good */
    record Said(int then, Kind kind, String who, String conference) {}

    enum Kind {
        ARRIVED,
        LEFT,
        VERIFIED,
        JOINED,
        GONE
    }

    /** @param name of the story, for who has to repeat it */
    ToldWorld(String name, RandomGenerator random) {
        this.random = random;
        meetings.log.add(name);
        CONFERENCES.forEach(
                id -> meetings.now(id, new OpenPersonalConference(CONTOSO, "u-" + id, false, new UserMoment(NOW, 1L))));
        moves.meetings = meetings;
        moves.catchUp = new PinEventsCatchUp();
        moves.catchUp.meetings = meetings;
        moves.departures = new Departures();
        moves.departures.meetings = meetings;
        SilenceQuestions questions = new SilenceQuestions();
        questions.meetings = meetings;
        meetings.listener = new LateLeavings(moves.departures, questions);
    }

    /** It is then, or later already. */
    void at(int then) {
        meetings.at(time(then));
    }

    /** A topic says it, and what that makes is done. */
    void isTold(Said one) {
        say(one, time(one.then()));
    }

    /** It is a request, and what that makes is done. */
    void isAsked(Said one) {
        say(one, null);
    }

    private void say(Said one, Instant told) {
        begin(one, told);
        meetings.drain(random);
        for (String id : CONFERENCES) {
            if (meetings.meeting(id) instanceof Meeting.Running it) {
                assertTrue(it.lobby().calls().isEmpty(), () -> meetings.story("Somebody waits in " + id));
            }
        }
    }

    /** Everybody is where the newest of these say, and nowhere else. */
    void isAsTheNewestNewsOf(List<Said> story) {
        assertEquals(expected(story), found(), () -> meetings.story("Not where the newest news say"));
    }

    private static Instant time(int then) {
        return NOW.plusSeconds(then);
    }

    /** @param told as a topic says; {@code null}: by a request */
    private CompletionStage<?> begin(Said one, Instant told) {
        CommandMeta meta = new CommandMeta("r-" + one.then(), "test", new Actor("topic", "bridge-topic", null));
        String id = one.conference();
        String who = one.who();
        return switch (one.kind()) {
            case ARRIVED ->
                told == null
                        ? moves.dialIn(CONTOSO, id, who, null, meta)
                        : moves.arrived(CONTOSO, id, who, null, told, meta);
            case LEFT ->
                told == null ? moves.hangUp(CONTOSO, A, who, false, meta) : moves.left(CONTOSO, id, who, told, meta);
            case VERIFIED ->
                moves.catchUp.startVouchedFor(id, new StartByOrganizer(CONTOSO, "u-" + id, who, told, true), meta);
            case JOINED -> meetings.submit(id, new JoinFromApp(CONTOSO, who, null, told), meta);
            case GONE -> meetings.submit(id, new LeaveFromApp(CONTOSO, who, told), meta);
        };
    }

    /** By conference and who. A leg is where it arrived last, unless it has left there since, or hung up whenever. */
    private static Map<String, Boolean> expected(List<Said> story) {
        Map<String, Said> arrivals = new TreeMap<>();
        Map<String, Boolean> there = new TreeMap<>();
        for (Said one : story) {
            switch (one.kind()) {
                case ARRIVED -> arrivals.merge(one.who(), one, (a, b) -> a.then() > b.then() ? a : b);
                case JOINED -> there.put(one.conference() + " " + one.who(), true);
                case GONE -> there.remove(one.conference() + " " + one.who());
                case LEFT, VERIFIED -> {}
            }
        }
        for (Said arrival : arrivals.values()) {
            boolean gone = story.stream()
                    .filter(one -> one.kind() == Kind.LEFT && one.who().equals(arrival.who()))
                    .anyMatch(one -> one.conference() == null
                            || one.conference().equals(arrival.conference()) && one.then() > arrival.then());
            if (!gone) {
                there.put(arrival.conference() + " " + arrival.who(), true);
            }
        }
        return there;
    }

    private Map<String, Boolean> found() {
        Map<String, Boolean> there = new TreeMap<>();
        for (String id : CONFERENCES) {
            List<String> all = new ArrayList<>();
            switch (meetings.meeting(id)) {
                case Meeting.Waiting it -> all.addAll(it.lobby().calls().keySet());
                case Meeting.Running it -> {
                    all.addAll(it.lobby().calls().keySet());
                    all.addAll(it.attendance().callers());
                    all.addAll(it.attendance().participants());
                }
                case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> {}
            }
            all.forEach(who -> there.put(id + " " + who, true));
        }
        return there;
    }
}
