package dev.foyer.meeting.inbound;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.SignedRecord;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.process.PinEventsCatchUp;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** A right PIN starts the organizer's meeting, also when it overtakes the enabling of a new user (E4). */
@ApplicationScoped
public class WhenOrganizerVerifiedThenStartMeeting implements Reaction {

    /** Of the histogram: what callers do not notice, what they do, and what is no waiting for music any more. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    @Inject
    PinEventsCatchUp catchUp;

    @Inject
    SignedVerifications verifications;

    @Inject
    MeterRegistry metrics;

    private Timer admission;

    @PostConstruct
    void register() {
        admission = Timer.builder("foyer.verification.to.admission")
                .description("From a right PIN until all whom it lets in are")
                .serviceLevelObjectives(BOUNDS)
                .register(metrics);
    }

    @Override
    public String type() {
        return SignedVerifications.TYPE;
    }

    /** Whoever owns the meeting gets the record, too, and believes nobody but pin-service. */
    @Override
    public CompletionStage<?> react(InboundEvent event) {
        String conferenceId = verifications.conferenceId(event);
        CommandMeta meta = event.meta(PinReactions.US).withCredential(SignedRecord.credential(event));
        StartByOrganizer command = SignedVerifications.command(event);
        return catchUp.start(conferenceId, command, meta)
                .whenComplete((reply, failure) -> note(reply, command.verifiedAt()));
    }

    /** By when everybody who waited is in, for whoever reads what is committed; by the clocks of two services. */
    private void note(Reply<MeetingRefusal, MeetingAnswer> reply, Instant verifiedAt) {
        if (reply instanceof Reply.Done<MeetingRefusal, MeetingAnswer> done && !done.repeated()) {
            Duration took = Duration.between(verifiedAt, Instant.now());
            admission.record(took.isNegative() ? Duration.ZERO : took);
        }
    }
}
