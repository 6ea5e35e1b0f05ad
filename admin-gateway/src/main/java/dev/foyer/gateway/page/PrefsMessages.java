package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of the page of settings. A language is one file, {@code messages/prefs_<language>.properties}. */
@MessageBundle(value = "prefs", locale = "en")
public interface PrefsMessages {

    @Message
    String title();

    @Message
    String lead(String tenant);

    @Message
    String group();

    @Message
    String value();

    @Message
    String isDefault();

    @Message
    String changed();

    @Message
    String choose();

    @Message
    String back();

    @Message
    String meaning();

    @Message
    String touches();

    @Message
    String now();

    @Message
    String newValue();

    @Message
    String standard(String value);

    @Message
    String review();

    @Message
    String toDefault();

    @Message
    String sure();

    @Message
    String was();

    @Message
    String becomes();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String saved();

    @Message
    String same();

    @Message
    String meanwhile();

    @Message
    String empty(String value);

    @Message
    String readOnly();

    @Message
    String past();

    @Message
    String pastAll();

    @Message
    String previews();

    @Message
    String webhooks();

    @Message
    String webhooksLead();

    @Message
    String webhooksNone();

    @Message
    String webhookUrl();

    @Message
    String webhookState();

    @Message
    String webhookTypes();

    @Message
    String webhookTypesN(String many);

    @Message
    String webhookAdd();

    @Message
    String webhookAddHint();

    @Message
    String webhookDescription();

    @Message
    String webhookPick();

    @Message
    String webhookGroup(HookService service);

    @Message
    String webhookTestTitle();

    @Message
    String hookReason(HookReason reason);

    @Message
    String webhookSecret();

    @Message
    String webhookSecretOnce();

    @Message
    String webhookShownBefore();

    @Message
    String webhookTest();

    @Message
    String webhookTested();

    @Message
    String webhookRotate();

    @Message
    String webhookRotateSure();

    @Message
    String webhookPause();

    @Message
    String webhookPauseHint();

    @Message
    String webhookGoOn();

    @Message
    String webhookRemove();

    @Message
    String webhookRemoveSure();

    @Message
    String webhookRemoved();

    @Message
    String webhookDeliveries();

    @Message
    String webhookDeliveriesNone();

    @Message
    String webhookAgain();

    @Message
    String webhookAgainDone();

    @Message
    String webhookActive();

    @Message
    String webhookPaused();

    @Message
    String webhookDisabled();

    @Message
    String webhookFailingSince();

    @Message
    String webhookGone();

    @Message
    String webhookFailing();

    @Message
    String deliveryPending();

    @Message
    String deliveryDelivered();

    @Message
    String deliveryFailed();

    @Message
    String webhookBack();

    @Message
    String webhookChoose();
}
