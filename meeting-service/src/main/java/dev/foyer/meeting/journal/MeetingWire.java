package dev.foyer.meeting.journal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.eventsourcing.WireFormat;
import dev.foyer.eventsourcing.WireFormats;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.bridge.Bridge;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeCommand;
import dev.foyer.meeting.domain.leg.Leg;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegCommand;
import dev.foyer.meeting.domain.numbering.Choice;
import dev.foyer.meeting.domain.numbering.ChoiceCommand;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;

/** How instances of meeting-service speak with each other, and its states in snapshots. */
public final class MeetingWire {

    private static final JsonMapper JSON = WireFormat.mapper().build();

    public static final WireFormats<Meeting, MeetingCommand, MeetingRefusal, MeetingAnswer> MEETINGS =
            WireFormats.of(JSON, Meeting.class, MeetingCommand.class, MeetingRefusal.class, MeetingAnswer.class);

    public static final WireFormats<Choice, ChoiceCommand, MeetingRefusal, ChoiceEvent> CHOICES =
            WireFormats.of(JSON, Choice.class, ChoiceCommand.class, MeetingRefusal.class, ChoiceEvent.class);

    public static final WireFormats<Leg, LegCommand, MeetingRefusal, LegAnswer> LEGS =
            WireFormats.of(JSON, Leg.class, LegCommand.class, MeetingRefusal.class, LegAnswer.class);

    public static final WireFormats<Bridge, BridgeCommand, MeetingRefusal, BridgeAnswer> BRIDGES =
            WireFormats.of(JSON, Bridge.class, BridgeCommand.class, MeetingRefusal.class, BridgeAnswer.class);

    private MeetingWire() {}
}
