package dev.foyer.meeting.inbound;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.LatestByKey;
import dev.foyer.meeting.domain.Announcements;
import dev.foyer.meeting.domain.Announcements.EntryExit;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.service.eventsourced.EventSourcedService.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** The latest settings of every tenant, as far as lobbies are concerned. Thread-safe. */
@ApplicationScoped
public class TenantSettingsTable {

    private static final String TOPIC = "tenant.settings";
    private static final String TYPE = "foyer.pin.TenantSettingsChanged.v1";

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private static final LobbyChoice DEFAULT = new LobbyChoice(Admission.AUTOMATIC, null, Announcements.DEFAULT, null);

    private final LatestByKey<LobbyChoice> byTenant = new LatestByKey<>(
            TYPE, event -> EventData.of(event).text("tenant"), TenantSettingsTable::choice, this::told);

    private final AtomicLong silences = new AtomicLong(1);

    private record Changed(Settings settings) {}

    /** What is absent means what it meant before there was a choice. */
    private record Settings(
            String lobbyAdmission,
            Integer organizerAlertMinutes,
            String entryExitAnnouncements,
            Boolean nameRecording,
            Integer callSilence) {

        LobbyChoice choice() {
            return new LobbyChoice(
                    admission(),
                    organizerAlertMinutes,
                    new Announcements(announcements(), !Boolean.FALSE.equals(nameRecording)),
                    silence());
        }

        /** What we do not know throws nobody out earlier than who has chosen nothing. */
        private Duration silence() {
            return callSilence == null || callSilence < 1 || callSilence > MINUTES_OF_A_DAY
                    ? null
                    : Duration.ofMinutes(callSilence);
        }

        /** What we do not know lets nobody in unseen. */
        private Admission admission() {
            return lobbyAdmission == null || lobbyAdmission.equals("AUTOMATIC")
                    ? Admission.AUTOMATIC
                    : Admission.MANUAL;
        }

        /** What we do not know says no names. */
        private EntryExit announcements() {
            return switch (entryExitAnnouncements) {
                case null -> EntryExit.USE_NAMES;
                case "USE_NAMES" -> EntryExit.USE_NAMES;
                case "TONE_ONLY" -> EntryExit.TONE_ONLY;
                default -> EntryExit.OFF;
            };
        }
    }

    /**
     * What a tenant has chosen for its lobbies.
     *
     * @param alertMinutes {@code null}: nobody is told
     * @param callSilence after which a call has left of which nothing is heard (E6); {@code null}: as is configured
     */
    public record LobbyChoice(
            Admission admission, Integer alertMinutes, Announcements announcements, Duration callSilence) {}

    /** As of now. */
    public LobbyChoice of(String tenant) {
        return byTenant.get(tenant).orElse(DEFAULT);
    }

    /** Another number whenever {@link LobbyChoice#callSilence} of any tenant has become another one; never 0. */
    public long editionOfSilences() {
        return silences.get();
    }

    private void told(LobbyChoice before, LobbyChoice now) {
        if (!Objects.equals((before == null ? DEFAULT : before).callSilence(), now.callSilence())) {
            silences.incrementAndGet();
        }
    }

    /** Where it is read from: compacted, the full settings each time. */
    public Table table() {
        return new Table(TOPIC, byTenant);
    }

    private static LobbyChoice choice(InboundEvent event) {
        return EventData.required(EventData.of(event).as(Changed.class).settings(), "settings")
                .choice();
    }
}
