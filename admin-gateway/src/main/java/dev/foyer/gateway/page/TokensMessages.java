package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence about tokens of directory systems. A language is one file, {@code messages/tokens_<language>.properties}. */
@MessageBundle(value = "tokens", locale = "en")
public interface TokensMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String back();

    @Message
    String endpoint(String path);

    @Message
    String none();

    @Message
    String name();

    @Message
    String nameHint();

    @Message
    String made();

    @Message
    String by();

    @Message
    String expires();

    @Message
    String never();

    @Message
    String used();

    @Message
    String notUsed();

    @Message
    String next();

    @Message
    String add();

    @Message
    String expiresField();

    @Message
    String tokenOf(String name);

    @Message
    String show();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String once();

    @Message
    String revoke();

    @Message
    String revokeOf(String name);

    @Message
    String revokeSure();

    @Message
    String revoked();

    @Message
    String nameMissing();

    @Message
    String noDay();

    @Message
    String shownBefore();
}
