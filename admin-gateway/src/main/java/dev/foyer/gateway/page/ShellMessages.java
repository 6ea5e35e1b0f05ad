package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands around every page. A language is one file, {@code messages/shell_<language>.properties}, here and for each page. */
@MessageBundle(value = "shell", locale = "en")
public interface ShellMessages {

    @Message
    String product();

    @Message
    String problem(ProblemWord word);

    @Message
    String notFoundTitle();

    @Message
    String failedTitle();

    @Message
    String skip();

    @Message
    String menu();

    @Message
    String navigation();

    @Message
    String section(Section section);

    @Message
    String accountMenu(String account);

    @Message
    String signOut();

    @Message
    String language();

    @Message
    String theme();

    @Message
    String themeName(Theme theme);

    @Message
    String singleKeys();

    @Message
    String apply();

    @Message
    String firstPage();

    @Message
    String notCopied();

    @Message
    String idleTitle();

    @Message
    String idleText(String seconds);

    @Message
    String idleStay();

    @Message
    String overTitle();

    @Message
    String overText();

    @Message
    String overSignIn();

    @Message
    String backToUsers();

    @Message
    String otherAccount();

    @Message
    String notAllowedTitle();

    @Message
    String notAllowed();

    @Message
    String lost();

    @Message
    String foreign();

    @Message
    String refused();

    @Message
    String failed();

    @Message
    String working();

    @Message
    String reason();

    @Message
    String reasonMay();

    @Message
    String reasonHint();

    @Message
    String reasonPattern();
}
