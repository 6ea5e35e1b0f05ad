package dev.foyer.gateway.api;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What each reason of the ledger of mails means to an administrator, and what to do. A language is one file, {@code
 * messages/reason_<language>.properties}.
 */
@MessageBundle(value = "reason", locale = "en")
public interface ReasonMessages {

    @Message
    String noAddress();

    @Message
    String automaticMailOff();

    @Message
    String notRequested();

    @Message
    String viewOnceLinkNotAvailable();

    @Message
    String restored();

    @Message
    String newerPin();

    @Message
    String userDisabled();

    @Message
    String newerInformation();

    @Message
    String userEnabled();

    @Message
    String pinUnlocked();

    @Message
    String leftBeforeSuperseded();

    @Message
    String earlierAttemptUnknown();

    @Message
    String holdTimeOver();

    @Message
    String pinIsGone();

    @Message
    String pinCannotBeOpened();

    @Message
    String pinSealedForAnother();

    @Message
    String addressIsInvalid();

    @Message
    String addressNeedsSmtputf8();

    @Message
    String senderIsInvalid();

    @Message
    String mailServerRefused();

    @Message
    String pinKeyIsMissing();

    @Message
    String brokerUnreachable();

    @Message
    String notAttempted();

    @Message
    String mailServerUnreachable();

    @Message
    String mailServerSlow();

    @Message
    String mailServerBusy();

    @Message
    String mailServerUnusable();

    @Message
    String mailServerNotUnderstood();

    @Message
    String mailServerGaveNoAnswer();

    @Message
    String interrupted();

    @Message
    String expired();

    @Message
    String triedAgain();

    @Message
    String retry();

    @Message
    String possiblyOnce();

    @Message
    String possibly(int times);
}
