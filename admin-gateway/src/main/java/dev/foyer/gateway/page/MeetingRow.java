package dev.foyer.gateway.page;

import dev.foyer.gateway.api.MeetingAnswer;
import dev.foyer.gateway.api.MeetingAnswer.Participant;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import dev.foyer.gateway.index.UserEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A meeting as the page lists one.
 *
 * @param organizer {@code null}: removed since
 * @param now as of when
 */
record MeetingRow(MeetingAnswer meeting, UserEntry organizer, Instant now, Locale locale) {

    /** Of who owns it. */
    public String name() {
        return organizer == null ? meeting.organizer() : Names.shownName(organizer);
    }

    /** In groups, as it is read aloud. */
    public String spokenId() {
        return grouped(meeting.conferenceId());
    }

    static String grouped(String digits) {
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", " ");
    }

    public boolean running() {
        return meeting.phase() == Phase.RUNNING;
    }

    public boolean over() {
        return meeting.phase() == Phase.ENDED;
    }

    /** Who waits longest first. */
    public List<Leg> waiting() {
        return of(Presence.WAITING);
    }

    /** Who came in first first. */
    public List<Leg> inside() {
        return of(Presence.ADMITTED);
    }

    private List<Leg> of(Presence state) {
        return meeting.participants().stream()
                .filter(one -> one.state() == state)
                .sorted(Comparator.comparing(Participant::since))
                .map(one -> new Leg(one, Ages.said(Duration.between(one.since(), now), locale)))
                .toList();
    }

    /** How long whoever waits longest has waited; {@code null}: nobody does. */
    public String longestWait() {
        List<Leg> waiting = waiting();
        return waiting.isEmpty() ? null : waiting.getFirst().time();
    }

    /** @param time since when they are where they are */
    record Leg(Participant is, String time) {}
}
