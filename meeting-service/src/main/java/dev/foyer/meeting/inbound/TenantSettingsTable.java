package dev.foyer.meeting.inbound;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.LatestByKey;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.service.eventsourced.EventSourcedService.Table;
import jakarta.enterprise.context.ApplicationScoped;

/** The latest settings of every tenant, as far as lobbies are concerned. Thread-safe. */
@ApplicationScoped
public class TenantSettingsTable {

    private static final String TOPIC = "tenant.settings";
    private static final String TYPE = "foyer.pin.TenantSettingsChanged.v1";

    private final LatestByKey<Admission> byTenant =
            new LatestByKey<>(TYPE, event -> EventData.of(event).text("tenant"), TenantSettingsTable::admission);

    private record Changed(Settings settings) {}

    private record Settings(String lobbyAdmission) {

        /** Absent means what it meant before there was a choice; what we do not know lets nobody in unseen. */
        Admission admission() {
            return lobbyAdmission == null || lobbyAdmission.equals("AUTOMATIC")
                    ? Admission.AUTOMATIC
                    : Admission.MANUAL;
        }
    }

    /** How the lobbies of this tenant open. */
    public Admission admission(String tenant) {
        return byTenant.get(tenant).orElse(Admission.AUTOMATIC);
    }

    /** Where it is read from: compacted, the full settings each time. */
    public Table table() {
        return new Table(TOPIC, byTenant);
    }

    private static Admission admission(InboundEvent event) {
        return EventData.required(EventData.of(event).as(Changed.class).settings(), "settings")
                .admission();
    }
}
