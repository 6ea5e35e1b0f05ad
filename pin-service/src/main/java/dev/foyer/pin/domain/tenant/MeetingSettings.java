package dev.foyer.pin.domain.tenant;

/**
 * What holds in a tenant's meetings (rules C1, E2, E6, E7, E8).
 *
 * @param allowPstnOnlyMeetingsByDefault copied to each user at enabling
 * @param organizerAlertMinutes the organizer is told when somebody waits that long, 1 to 1440 (rule E7); {@code null}:
 *     never
 * @param callSilence a call has left of which nothing is heard for so many minutes, 1 to 1440 (rule E6); {@code null}: as
 *     meeting-service is configured
 */
public record MeetingSettings(
        boolean allowPstnOnlyMeetingsByDefault,
        LobbyAdmission lobbyAdmission,
        Integer organizerAlertMinutes,
        EntryExitAnnouncements entryExitAnnouncements,
        Boolean nameRecording,
        MaskCallerNumbers maskCallerNumbers,
        Integer callSilence) {

    static final MeetingSettings DEFAULT = new MeetingSettings(
            false,
            LobbyAdmission.AUTOMATIC,
            null,
            EntryExitAnnouncements.USE_NAMES,
            true,
            MaskCallerNumbers.EXTERNAL,
            null);

    /** What happens to the lobby when the meeting starts (rule E2). */
    public enum LobbyAdmission {
        AUTOMATIC,
        MANUAL
    }

    /** What the bridge plays when somebody comes or goes (rule E8). */
    public enum EntryExitAnnouncements {
        USE_NAMES,
        TONE_ONLY,
        OFF
    }

    /** Of which callers the tenant is shown a part of the number only; ours are counted by the whole one. */
    public enum MaskCallerNumbers {
        NONE,
        /** Of those whose number is no user's. */
        EXTERNAL,
        ALL
    }

    /** What older journals do not have is as it is by default. */
    public MeetingSettings {
        lobbyAdmission = lobbyAdmission == null ? LobbyAdmission.AUTOMATIC : lobbyAdmission;
        entryExitAnnouncements =
                entryExitAnnouncements == null ? EntryExitAnnouncements.USE_NAMES : entryExitAnnouncements;
        nameRecording = !Boolean.FALSE.equals(nameRecording);
        maskCallerNumbers = maskCallerNumbers == null ? MaskCallerNumbers.EXTERNAL : maskCallerNumbers;
    }
}
