package dev.foyer.pin.domain.tenant;

import dev.foyer.pin.domain.pin.PinPolicy;
import java.util.List;

/**
 * All settings of one tenant. {@code null} means not set.
 *
 * @param maximumLogonAttempts replaces the 10 or 25 failures of rule B2, 1 to 99
 * @param automaticallySendEmailsToUsers the master switch (rule D1)
 * @param emailSwitches one for each mail, under the master switch
 * @param organizerAlertMinutes the organizer is told when somebody waits that long, 1 to 1440 (rule E7)
 * @param defaultLanguage BCP 47
 */
public record TenantSettings(
        int pinLength,
        boolean phoneSafePins,
        Integer maximumLogonAttempts,
        boolean administratorsMayResetOwnPin,
        PinMail pinMail,
        boolean automaticallySendEmailsToUsers,
        EmailSwitches emailSwitches,
        boolean sendEmailFromOverride,
        String sendEmailFromAddress,
        String sendEmailFromDisplayName,
        String defaultLanguage,
        boolean allowPstnOnlyMeetingsByDefault,
        LobbyAdmission lobbyAdmission,
        Integer organizerAlertMinutes,
        EntryExitAnnouncements entryExitAnnouncements,
        Boolean nameRecording,
        List<ServiceNumber> serviceNumbers,
        String defaultServiceNumber,
        String defaultTollFreeNumber) {

    /** How a new PIN goes by mail (rule D7). */
    public enum PinMail {
        CLEAR,
        VIEW_ONCE_LINK
    }

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

    /**
     * Which mails go out by themselves while the master switch is on; {@code null} means yes.
     *
     * @param welcome M1
     * @param informationChanged M2
     * @param pinReset M3
     * @param turnedOff M4
     * @param pinLocked L1
     */
    public record EmailSwitches(
            Boolean welcome, Boolean informationChanged, Boolean pinReset, Boolean turnedOff, Boolean pinLocked) {

        public EmailSwitches {
            welcome = !Boolean.FALSE.equals(welcome);
            informationChanged = !Boolean.FALSE.equals(informationChanged);
            pinReset = !Boolean.FALSE.equals(pinReset);
            turnedOff = !Boolean.FALSE.equals(turnedOff);
            pinLocked = !Boolean.FALSE.equals(pinLocked);
        }

        static final EmailSwitches ALL = new EmailSwitches(true, true, true, true, true);
    }

    /** Of a tenant that has set nothing. */
    public static final TenantSettings DEFAULT = new TenantSettings(
            5,
            false,
            null,
            false,
            PinMail.CLEAR,
            true,
            EmailSwitches.ALL,
            false,
            null,
            null,
            "en",
            false,
            LobbyAdmission.AUTOMATIC,
            null,
            EntryExitAnnouncements.USE_NAMES,
            true,
            List.of(),
            null,
            null);

    /** What journals before 0.2 do not have is as it is by default. */
    public TenantSettings {
        pinMail = pinMail == null ? PinMail.CLEAR : pinMail;
        emailSwitches = emailSwitches == null ? EmailSwitches.ALL : emailSwitches;
        lobbyAdmission = lobbyAdmission == null ? LobbyAdmission.AUTOMATIC : lobbyAdmission;
        entryExitAnnouncements =
                entryExitAnnouncements == null ? EntryExitAnnouncements.USE_NAMES : entryExitAnnouncements;
        nameRecording = !Boolean.FALSE.equals(nameRecording);
        serviceNumbers = serviceNumbers == null ? List.of() : List.copyOf(serviceNumbers);
    }

    public PinPolicy pinPolicy() {
        return new PinPolicy(pinLength, phoneSafePins);
    }

    /** Whether this is one of the tenant's numbers of that type. */
    public boolean offers(String number, ServiceNumber.Type type) {
        return serviceNumbers.stream().anyMatch(each -> each.number().equals(number) && each.type() == type);
    }

    /** Mail M1, when nobody says anything about it. */
    public boolean automaticallySendsWelcome() {
        return automaticallySendEmailsToUsers && emailSwitches.welcome();
    }

    /** Mail M3, when nobody says anything about it. */
    public boolean automaticallySendsPinReset() {
        return automaticallySendEmailsToUsers && emailSwitches.pinReset();
    }

    /** The same with numbers as they are stored. */
    public TenantSettings with(List<ServiceNumber> numbers, String defaultNumber, String defaultTollFree) {
        return new TenantSettings(
                pinLength,
                phoneSafePins,
                maximumLogonAttempts,
                administratorsMayResetOwnPin,
                pinMail,
                automaticallySendEmailsToUsers,
                emailSwitches,
                sendEmailFromOverride,
                sendEmailFromAddress,
                sendEmailFromDisplayName,
                defaultLanguage,
                allowPstnOnlyMeetingsByDefault,
                lobbyAdmission,
                organizerAlertMinutes,
                entryExitAnnouncements,
                nameRecording,
                numbers,
                defaultNumber,
                defaultTollFree);
    }
}
