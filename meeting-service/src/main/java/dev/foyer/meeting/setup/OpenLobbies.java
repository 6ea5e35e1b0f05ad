package dev.foyer.meeting.setup;

import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingEvent;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * The calls in the meetings that this instance owns, and in front of them: for numbers that an operator watches, and for the limit of
 * a tenant. It takes a few bytes for each meeting with somebody, not for each call. Thread-safe; nothing blocks.
 */
final class OpenLobbies implements CommitListener<Meeting, MeetingEvent> {

    private final Map<String, Open> byMeeting = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> callsByTenant = new ConcurrentHashMap<>();
    private final LongAdder admittedFromLobby = new LongAdder();
    private final LongAdder admittedDirectly = new LongAdder();

    /**
     * @param waitingSince of whoever waits longest; {@code null}: nobody waits
     * @param passedOver how many wait although their meeting runs and lets in whoever comes
     */
    private record Open(String tenant, int waiting, int calls, Instant waitingSince, int passedOver) {}

    @Override
    public void committed(String conferenceId, Meeting state, List<MeetingEvent> events) {
        for (MeetingEvent event : events) {
            if (event instanceof MeetingEvent.CallersAdmitted admitted) {
                admittedFromLobby.add(admitted.callIds().size());
            } else if (event instanceof MeetingEvent.CallerJoined) {
                admittedDirectly.increment();
            }
        }
        note(conferenceId, state);
    }

    @Override
    public void recovered(String conferenceId, Meeting state) {
        note(conferenceId, state);
    }

    /** Meetings that another instance owns by now are that one's; nobody is told of that, so they are asked for. */
    void leaveToOthers(Function<String, CompletionStage<Meeting>> readLocal) {
        for (String conferenceId : List.copyOf(byMeeting.keySet())) {
            readLocal.apply(conferenceId).whenComplete((state, failure) -> {
                if (isMoved(failure)) {
                    replace(conferenceId, null);
                }
            });
        }
    }

    /** In all meetings and lobbies of this tenant. */
    long callsOf(String tenant) {
        LongAdder calls = callsByTenant.get(tenant);
        return calls == null ? 0 : calls.sum();
    }

    /** Lobbies in which somebody waits. */
    long lobbies() {
        return byMeeting.values().stream().filter(open -> open.waiting() > 0).count();
    }

    long waiting() {
        return byMeeting.values().stream().mapToLong(Open::waiting).sum();
    }

    /** Callers whom the start of their meeting has let in and who wait all the same (E2): never but by a bug of ours. */
    long waitingThoughRunning() {
        return byMeeting.values().stream().mapToLong(Open::passedOver).sum();
    }

    long admittedFromLobby() {
        return admittedFromLobby.sum();
    }

    long admittedDirectly() {
        return admittedDirectly.sum();
    }

    /** Of whoever waits longest, in seconds; 0 when nobody does. @param now by the system's clock */
    double oldestWait(Instant now) {
        return byMeeting.values().stream()
                .map(Open::waitingSince)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(since -> Math.max(0, Duration.between(since, now).toMillis() / 1_000.0))
                .orElse(0.0);
    }

    private void note(String conferenceId, Meeting state) {
        replace(
                conferenceId,
                switch (state) {
                    case Meeting.Waiting it
                    when !it.lobby().calls().isEmpty() ->
                        new Open(
                                it.booking().tenant(),
                                it.lobby().calls().size(),
                                it.lobby().calls().size(),
                                it.lobby().waitingSince().orElse(null),
                                0);
                    case Meeting.Running it
                    when it.calls() > 0 ->
                        new Open(
                                it.booking().tenant(),
                                it.lobby().calls().size(),
                                it.calls(),
                                it.lobby().waitingSince().orElse(null),
                                it.admission() == Admission.MANUAL
                                        ? 0
                                        : it.lobby().calls().size());
                    case Meeting.Waiting _, Meeting.Running _, Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ ->
                        null;
                });
    }

    private void replace(String conferenceId, Open now) {
        byMeeting.compute(conferenceId, (_, before) -> {
            if (before != null) {
                count(before.tenant(), -before.calls());
            }
            if (now != null) {
                count(now.tenant(), now.calls());
            }
            return now;
        });
    }

    private void count(String tenant, int calls) {
        callsByTenant.computeIfAbsent(tenant, _ -> new LongAdder()).add(calls);
    }

    private static boolean isMoved(Throwable failure) {
        Throwable cause = failure instanceof CompletionException || failure instanceof ExecutionException
                ? failure.getCause()
                : failure;
        return cause instanceof Unavailable unavailable && unavailable.reason() == Unavailable.Reason.MOVED;
    }
}
