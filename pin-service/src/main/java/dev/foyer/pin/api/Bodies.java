package dev.foyer.pin.api;

import dev.foyer.base.text.Ids;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.pin.domain.signin.Channel;
import dev.foyer.pin.domain.user.MailOptions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The bodies of requests. Absent fields are {@code null}. */
final class Bodies {

    private static final String ADDRESS = "[0-9A-Fa-f.:/]{2,64}";

    private Bodies() {}

    record UserBody(
            @NotBlank @Text(TextKind.USER_NAME) String userPrincipalName,
            @NotBlank @Text(TextKind.LINE) String displayName,

            @Text(value = TextKind.MAIL_ADDRESS, blankIsNone = true)
            String primarySmtpAddress,

            @Text(value = TextKind.LANGUAGE, blankIsNone = true)
            String preferredLanguage,

            @Size(max = 20) @Text(TextKind.PHONE_NUMBER) List<String> phoneNumbers) {}

    record EnableBody(
            Boolean sendEmail,
            @Text(TextKind.MAIL_ADDRESS) String sendEmailToAddress,
            Boolean allowPstnOnlyMeetings,
            @Text(TextKind.PHONE_NUMBER) String serviceNumber,
            @Text(TextKind.PHONE_NUMBER) String tollFreeServiceNumber,
            Boolean reveal) {

        MailOptions mail() {
            return new MailOptions(sendEmail, sendEmailToAddress);
        }
    }

    record ResetBody(
            Boolean sendEmail, @Text(TextKind.MAIL_ADDRESS) String sendEmailToAddress, Boolean reveal) {

        MailOptions mail() {
            return new MailOptions(sendEmail, sendEmailToAddress);
        }
    }

    /** @param sendEmailToAddress instead of the user's own */
    record SendBody(@Text(TextKind.MAIL_ADDRESS) String sendEmailToAddress) {}

    record ConferenceIdBody(
            @NotNull
            @Pattern(regexp = "[1-9][0-9]{6}", message = "must be 7 digits, the first not 0")
            @Text(TextKind.OPAQUE)
            String conferenceId) {}

    /**
     * @param sealedPin what the caller said, sealed by the gateway for this user, meeting, call and command
     * @param sourceRefused the call comes from where so many organizers were guessed at that nothing is compared; absent: no
     */
    record VerifyBody(
            @NotBlank @Text(TextKind.SOUGHT) String conferenceId,
            @NotBlank @Text(TextKind.SOUGHT) String callId,

            @NotBlank @Size(max = 4096) @Text(TextKind.OPAQUE)
            String sealedPin,

            Boolean sourceRefused) {
        @Override
        public String toString() {
            return "VerifyBody[" + callId + "]";
        }
    }

    /** @param address IP address, as the gateway sees it */
    record SignInBody(
            @NotNull @Pattern(regexp = ADDRESS) @Text(TextKind.OPAQUE)
            String address,

            @NotNull Channel channel) {}

    record SignOutBody(@NotNull @PositiveOrZero Integer generation) {}

    /**
     * @param name digest of the name that was tried, the same in all gateways
     * @param account of that name; absent: there is none
     */
    record FailedSignInBody(
            @NotNull @Pattern(regexp = ADDRESS) @Text(TextKind.OPAQUE)
            String address,

            @NotNull @Pattern(regexp = "[0-9a-f]{16,64}") @Text(TextKind.OPAQUE)
            String name,

            @Pattern(regexp = Ids.ACCOUNT) @Text(TextKind.OPAQUE)
            String account) {}

    /** @param name digest of the name that signed in */
    record ForgottenBody(
            @NotNull @Pattern(regexp = ADDRESS) @Text(TextKind.OPAQUE)
            String address,

            @NotNull @Pattern(regexp = "[0-9a-f]{16,64}") @Text(TextKind.OPAQUE)
            String name) {}

    /**
     * A wrong PIN, when there is an organizer, else a conference ID that does not exist.
     *
     * @param caller the caller's number as the bridge said it; absent: there is none
     * @param right how many different ones were right from there since the last miss
     * @param rightOfAccount how many were from that bridge
     */
    record MissBody(
            @Text(value = TextKind.SENT_LINE, blankIsNone = true)
            String caller,

            @Pattern(regexp = Ids.EARLIER_ID) @Text(TextKind.OPAQUE)
            String organizer,

            @PositiveOrZero int right,
            @PositiveOrZero int rightOfAccount) {}

    /** Whoever says nothing sees the PIN, if the role may. */
    static boolean reveals(Boolean reveal) {
        return !Boolean.FALSE.equals(reveal);
    }
}
