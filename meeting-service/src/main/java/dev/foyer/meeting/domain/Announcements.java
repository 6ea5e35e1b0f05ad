package dev.foyer.meeting.domain;

/**
 * What a bridge does at the coming and going of callers (E8); a tenant's choice, which we only hand on as it is at the moment.
 *
 * @param nameRecording whether callers are asked to say their name
 */
public record Announcements(EntryExit entryExit, boolean nameRecording) {

    /** Of a tenant that has chosen nothing. */
    public static final Announcements DEFAULT = new Announcements(EntryExit.USE_NAMES, true);

    /** What those inside hear when somebody comes or goes. */
    public enum EntryExit {
        /** The name, as it was recorded. */
        USE_NAMES,
        TONE_ONLY,
        OFF
    }
}
