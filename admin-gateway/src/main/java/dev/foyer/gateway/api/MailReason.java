package dev.foyer.gateway.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of notification-service for why a mail is as it is ({@code contracts/reasons.tsv}), each with its sentence. */
enum MailReason {
    NO_ADDRESS(ReasonMessages::noAddress),
    AUTOMATIC_MAIL_OFF(ReasonMessages::automaticMailOff),
    NOT_REQUESTED(ReasonMessages::notRequested),
    VIEW_ONCE_LINK_NOT_AVAILABLE(ReasonMessages::viewOnceLinkNotAvailable),
    RESTORED(ReasonMessages::restored),
    NEWER_PIN(ReasonMessages::newerPin),
    USER_DISABLED(ReasonMessages::userDisabled),
    NEWER_INFORMATION(ReasonMessages::newerInformation),
    USER_ENABLED(ReasonMessages::userEnabled),
    PIN_UNLOCKED(ReasonMessages::pinUnlocked),
    LEFT_BEFORE_SUPERSEDED(ReasonMessages::leftBeforeSuperseded),
    EARLIER_ATTEMPT_UNKNOWN(ReasonMessages::earlierAttemptUnknown),
    HOLD_TIME_OVER(ReasonMessages::holdTimeOver),
    PIN_IS_GONE(ReasonMessages::pinIsGone),
    PIN_CANNOT_BE_OPENED(ReasonMessages::pinCannotBeOpened),
    PIN_SEALED_FOR_ANOTHER(ReasonMessages::pinSealedForAnother),
    ADDRESS_IS_INVALID(ReasonMessages::addressIsInvalid),
    ADDRESS_NEEDS_SMTPUTF8(ReasonMessages::addressNeedsSmtputf8),
    SENDER_IS_INVALID(ReasonMessages::senderIsInvalid),
    MAIL_SERVER_REFUSED(ReasonMessages::mailServerRefused),
    PIN_KEY_IS_MISSING(ReasonMessages::pinKeyIsMissing, true),
    BROKER_UNREACHABLE(ReasonMessages::brokerUnreachable, true),
    NOT_ATTEMPTED(ReasonMessages::notAttempted, true),
    MAIL_SERVER_UNREACHABLE(ReasonMessages::mailServerUnreachable, true),
    MAIL_SERVER_SLOW(ReasonMessages::mailServerSlow, true),
    MAIL_SERVER_BUSY(ReasonMessages::mailServerBusy, true),
    MAIL_SERVER_UNUSABLE(ReasonMessages::mailServerUnusable, true),
    MAIL_SERVER_NOT_UNDERSTOOD(ReasonMessages::mailServerNotUnderstood, true),
    MAIL_SERVER_GAVE_NO_ANSWER(ReasonMessages::mailServerGaveNoAnswer, true),
    INTERRUPTED(ReasonMessages::interrupted, true);

    private static final Pattern COPIES = Pattern.compile("\\(possibly delivered ([0-9]{1,4}) times?\\)$");

    private final Function<ReasonMessages, String> sentence;
    private final boolean mayPass;

    MailReason(Function<ReasonMessages, String> sentence) {
        this(sentence, false);
    }

    /** @param mayPass what an attempt met, after which there is another one */
    MailReason(Function<ReasonMessages, String> sentence, boolean mayPass) {
        this.sentence = sentence;
        this.mayPass = mayPass;
    }

    /**
     * What it means, and what to do.
     *
     * @param status of the ledger
     * @param reason of the ledger, or {@code null}
     * @return empty where there is nothing to say, or the word is of a later version
     */
    static Optional<String> explained(String status, String reason, ReasonMessages say) {
        if (reason == null) {
            return Optional.empty();
        }
        if (status.equals(NotificationStatus.EXPIRED.name())) {
            return Optional.of(say.expired());
        }
        String word = reason.split("[: ]", 2)[0];
        return Arrays.stream(values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .map(one -> Stream.of(one.sentence.apply(say), possibly(reason, say), one.next(status, say))
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private String next(String status, ReasonMessages say) {
        if (!mayPass) {
            return "";
        }
        return status.equals(NotificationStatus.FAILED.name()) ? say.retry() : say.triedAgain();
    }

    private static String possibly(String reason, ReasonMessages say) {
        Matcher copies = COPIES.matcher(reason);
        if (!copies.find()) {
            return "";
        }
        int times = Integer.parseInt(copies.group(1));
        return times == 1 ? say.possiblyOnce() : say.possibly(times);
    }
}
