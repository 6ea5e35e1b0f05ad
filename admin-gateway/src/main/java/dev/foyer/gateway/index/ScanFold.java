package dev.foyer.gateway.index;

/** What the events about guessing callers make of a source of calls. Pure; an event seen twice makes the same again. */
final class ScanFold {

    private static final String SUSPECTED = "foyer.pin.ConferenceIdScanSuspected.v1";
    private static final String CLEARED = "foyer.pin.ConferenceIdScanCleared.v1";

    private ScanFold() {}

    static boolean understands(String type) {
        return type.equals(SUSPECTED) || type.equals(CLEARED);
    }

    /** @return {@code null} when nothing is held against the source any more */
    static ScanEntry apply(ScanEntry before, PublicEvent event) {
        if (before != null && event.sequence() < before.version()) {
            return before;
        }
        if (event.envelope().type().equals(CLEARED)) {
            return null;
        }
        return new ScanEntry(
                event.tenant(),
                event.text("source"),
                event.sequence(),
                event.text("kind"),
                event.text("account"),
                event.text("caller"),
                event.number("unknownConferenceIds"),
                event.time("conferenceIdsRefusedUntil"),
                event.number("organizersGuessedAt"),
                event.time("pinsRefusedUntil"),
                before == null ? event.time("at") : before.since(),
                event.time("at"));
    }
}
