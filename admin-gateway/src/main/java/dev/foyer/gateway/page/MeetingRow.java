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
 * @param waiting who waits longest first, {@value #DRAWN} at most
 * @param inside who came in first first, likewise
 * @param now as of when
 */
record MeetingRow(
        MeetingAnswer meeting, UserEntry organizer, List<Leg> waiting, List<Leg> inside, Instant now, Locale locale) {

    /** So many are drawn; of ten thousand nobody reads more, and each event draws them anew. */
    static final int DRAWN = 100;

    MeetingRow(MeetingAnswer meeting, UserEntry organizer, Instant now, Locale locale) {
        this(
                meeting,
                organizer,
                first(meeting, Presence.WAITING, now, locale),
                first(meeting, Presence.ADMITTED, now, locale),
                now,
                locale);
    }

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

    private static List<Leg> first(MeetingAnswer meeting, Presence state, Instant now, Locale locale) {
        return meeting.participants().stream()
                .filter(one -> one.state() == state)
                .sorted(Comparator.comparing(Participant::since))
                .limit(DRAWN)
                .map(one -> new Leg(one, Ages.said(Duration.between(one.since(), now), locale)))
                .toList();
    }

    /** Who wait and are not drawn. */
    public long moreWaiting() {
        return meeting.counts().waiting() - waiting.size();
    }

    /** Who are in and not drawn. */
    public long moreInside() {
        return meeting.counts().admitted() - inside.size();
    }

    /** How long whoever waits longest has waited; {@code null}: nobody does. */
    public String longestWait() {
        return waiting.isEmpty() ? null : waiting.getFirst().time();
    }

    /** @param time since when they are where they are */
    record Leg(Participant is, String time) {}
}
