package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Coming in and going out. */
@MessageBundle(value = "signin", locale = "en")
public interface SignInMessages {

    @Message
    String title();

    @Message
    String what();

    @Message
    String account();

    @Message
    String password();

    @Message
    String button();

    @Message
    String wrong();

    @Message
    String wait(String seconds);

    @Message
    String notNow();

    @Message
    String companyTitle();

    @Message
    String organization();

    @Message
    String goOn();

    @Message
    String companyFailed();

    @Message
    String unknownOrganization(String organization);

    @Message
    String toOrganization();

    @Message
    String signedIn();

    @Message
    String signedOut();

    @Message
    String stillSignedIn();

    @Message
    String again();
}
