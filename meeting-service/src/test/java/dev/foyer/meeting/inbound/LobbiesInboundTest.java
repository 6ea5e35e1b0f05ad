package dev.foyer.meeting.inbound;

import static dev.foyer.meeting.Gateway.dial;
import static dev.foyer.meeting.PinServiceTopics.enabled;
import static dev.foyer.meeting.PinServiceTopics.verified;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.meeting.MeetingEventsTopic;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.meeting.PinServiceTopics;
import dev.foyer.meeting.domain.Announcements;
import dev.foyer.testing.BrokerResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What bridges and operators are told of lobbies, through a real broker. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
class LobbiesInboundTest {

    @Inject
    TenantSettingsTable settings;

    @Inject
    MeterRegistry metrics;

    /** In the answer to a call, and in what is published of it. */
    @Test
    @Tag("E8")
    void bridgesHearWhatTheTenantWantsAnnounced() {
        String id = "2000021";
        enabled("u-quiet", id);
        dial("contoso.com", id, "c-1")
                .body("announcements", equalTo("USE_NAMES"))
                .body("nameRecording", equalTo(true));
        Announcements wanted = new Announcements(Announcements.EntryExit.TONE_ONLY, false);
        PinServiceTopics.settings("contoso.com", Map.of("entryExitAnnouncements", "TONE_ONLY", "nameRecording", false));
        try {
            await().until(() -> settings.of("contoso.com").announcements(), equalTo(wanted));
            dial("contoso.com", id, "c-2")
                    .body("announcements", equalTo("TONE_ONLY"))
                    .body("nameRecording", equalTo(false));
            dial("contoso.com", "999999999", "c-3").body("$", not(hasKey("announcements")));
            verified("u-quiet", id, "c-1");
            await().until(() -> MeetingEventsTopic.of(id), hasItem("CallersAdmitted c-1 c-2"));
            List<String> announced = MeetingEventsTopic.events(id).stream()
                    .filter(event -> event.data().has("announcements"))
                    .map(event -> event.data().get("announcements").textValue() + " "
                            + event.data().get("nameRecording").booleanValue())
                    .toList();
            assertEquals(List.of("USE_NAMES true", "TONE_ONLY false", "TONE_ONLY false"), announced);
        } finally {
            PinServiceTopics.settings("contoso.com", Map.of());
            await().until(() -> settings.of("contoso.com").announcements(), equalTo(Announcements.DEFAULT));
        }
    }

    /** From the first record on that this instance has read, for whoever looks at its metrics. */
    @Test
    @Tag("E2")
    void operatorsSeeLobbiesAndHowLongTheyTakeToOpen() {
        String id = "2000022";
        enabled("u-watched", id);
        double before = metrics.get("foyer.lobbies.waiting").gauge().value();
        dial("contoso.com", id, "c-1").body("state", equalTo("LOBBY"));
        await().until(() -> metrics.get("foyer.lobbies.waiting").gauge().value(), equalTo(before + 1));
        double admitted = admissions();
        verified("u-watched", id, "c-1");
        await().until(this::admissions, equalTo(admitted + 1));
        await().until(() -> metrics.find("foyer.verification.to.admission").timer() != null);
        assertEquals(before, metrics.get("foyer.lobbies.waiting").gauge().value());
    }

    private double admissions() {
        return metrics.get("foyer.admissions")
                .tag("from", "lobby")
                .functionCounter()
                .count();
    }
}
