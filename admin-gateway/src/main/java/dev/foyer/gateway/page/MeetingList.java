package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ListAnswer;
import java.util.List;

/**
 * What was found.
 *
 * @param missed the conference ID that was looked for and is no meeting's, or {@code null}
 */
record MeetingList(ListAnswer<MeetingRow> meetings, MeetingAsk ask, String missed) {

    public List<MeetingAsk.View> views() {
        return List.of(MeetingAsk.View.values());
    }

    MeetingList without(String conferenceId) {
        return new MeetingList(meetings, ask, conferenceId);
    }
}
