package dev.foyer.gateway.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the settings look like, for the API's description only: pin-service owns them and says what they may be, the
 * gateway hands them on as they are. {@code SettingsBodyTest} compares it with pin-service's contract.
 */
@Schema(name = "Settings")
public record SettingsBody(
        @Schema(description = "Digits of PINs generated from now on, 4 to 12")
        Integer pinLength,

        @Schema(description = "No leading 0 and no doubled neighbouring digit in PINs generated from now on")
        Boolean phoneSafePins,

        @Schema(description = "Wrong PINs within 30 minutes that lock, 1 to 99; absent: 10 for length 4, else 25")
        Integer maximumLogonAttempts,

        @Schema(description = "Whether an administrator may reset the own PIN")
        Boolean administratorsMayResetOwnPin,

        @Schema(description = "Whether a mail carries the PIN, or a link that shows it once")
        PinMail pinMail,

        @Schema(description = "Master switch of mails to users")
        Boolean automaticallySendEmailsToUsers,

        EmailSwitches emailSwitches,

        @Schema(description = "The tenant's own sender; needs the address and the name")
        Boolean sendEmailFromOverride,

        String sendEmailFromAddress,
        String sendEmailFromDisplayName,

        @Schema(description = "BCP 47; for users without a language")
        String defaultLanguage,

        @Schema(description = "What the mails call the organization")
        String organizationName,

        @Schema(description = "Mail address of whom users ask; their replies go there")
        String supportContact,

        @Schema(description = "Copied to users when they are enabled")
        Boolean allowPstnOnlyMeetingsByDefault,

        @Schema(description = "What happens to the lobby when the meeting starts")
        LobbyAdmission lobbyAdmission,

        @Schema(description = "The organizer is told when somebody waited so long, 1 to 1440; absent: never")
        Integer organizerAlertMinutes,

        @Schema(
                description =
                        "Minutes, 1 to 1440, after which a call has left of which its bridge, which sends heartbeats, says"
                                + " nothing; counts for who is connected, too. Absent: as the installation has it, 10"
                                + " minutes if nothing else is configured")
        Integer callSilence,

        @Schema(description = "What the bridge plays when somebody comes or goes")
        EntryExitAnnouncements entryExitAnnouncements,

        @Schema(description = "Whether callers are asked to record their names")
        Boolean nameRecording,

        @Schema(
                description =
                        "Of which callers the tenant is shown only country code and last two digits: EXTERNAL, of those"
                                + " whose number is no user's")
        MaskCallerNumbers maskCallerNumbers,

        @Schema(
                description =
                        "Whether people say why (X-Reason, or reason in the body) when they reset, reveal, lock, unlock,"
                                + " disable, remove, replay or discard")
        Reasons reasons,

        @Schema(description = "A regular expression of RE2 that reasons hold, such as INC[0-9]{7}; absent: any will do")
        String reasonPattern,

        List<ServiceNumber> serviceNumbers,

        @Schema(description = "E.164; toll number of users enabled from now on")
        String defaultServiceNumber,

        @Schema(description = "E.164; toll-free number of users enabled from now on")
        String defaultTollFreeNumber) {

    /** How a new PIN goes by mail. */
    public enum PinMail {
        CLEAR,
        VIEW_ONCE_LINK
    }

    /** Who lets the lobby in. */
    public enum LobbyAdmission {
        AUTOMATIC,
        MANUAL
    }

    /** What is played. */
    public enum EntryExitAnnouncements {
        USE_NAMES,
        TONE_ONLY,
        OFF
    }

    /** Whose numbers are shown in part. */
    public enum MaskCallerNumbers {
        NONE,
        EXTERNAL,
        ALL
    }

    /** Whether a reason is asked for. */
    public enum Reasons {
        OFF,
        OPTIONAL,
        REQUIRED
    }

    /** One for each mail, under the master switch. */
    public record EmailSwitches(
            Boolean welcome,
            Boolean informationChanged,
            Boolean pinReset,
            Boolean turnedOff,
            Boolean pinLocked,
            Boolean somebodyWaits) {}

    /** A number that callers may dial; bare digits, + and tel: are understood. */
    public record ServiceNumber(String number, Type type, String city, String country, List<String> languages) {

        /** Who pays. */
        public enum Type {
            TOLL,
            TOLL_FREE
        }
    }
}
