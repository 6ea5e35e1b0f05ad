package dev.foyer.meeting.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.testing.AskersTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may ask what by way of another instance, command by command. */
@Tag("case-S3")
class MeetingAskersTest {

    @Test
    void eachCommandHasItsAskers() {
        var service = new MeetingService();
        List<Class<?>> types = new ArrayList<>();
        service.aggregates().forEach(kind -> types.add(kind.wire().commands().type()));
        assertEquals("""
                AllowStartWithoutPin: service
                ChooseConferenceId: conferencing-admin
                ClosePersonalConference: service
                DialIn: bridge
                EndAtTimeLimit:
                EndMeeting: conferencing-admin
                HangUp: bridge
                JoinFromApp: client-app
                LeaveFromApp: client-app
                OpenPersonalConference: service
                ScheduleMeeting: conferencing-admin
                StartByOrganizer: service
                """, AskersTable.of(types, command -> service.askers("1234567", command)));
    }
}
