package dev.foyer.gateway.page;

import dev.foyer.gateway.index.SearchRefused;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The users: list, the one who is selected, what is asked before something is done, and what was done. */
@MessageBundle(value = "users", locale = "en")
public interface UsersMessages {

    @Message
    String refused(SearchRefused.Why why);

    @Message
    String title();

    @Message
    String view();

    @Message
    String columns();

    @Message
    String size();

    @Message
    String searchLabel();

    @Message
    String searchHint();

    @Message
    String searchHelp();

    @Message
    String helpBegins();

    @Message
    String helpConf();

    @Message
    String helpTel();

    @Message
    String helpMail();

    @Message
    String helpName();

    @Message
    String helpLocked();

    @Message
    String helpStars();

    @Message
    String helpWhole();

    @Message
    String helpKeys();

    @Message
    String find();

    @Message
    String filters();

    @Message
    String nobody();

    @Message
    String everybody();

    @Message
    String nobodySelected();

    @Message
    String displayName();

    @Message
    String state();

    @Message
    String enabled();

    @Message
    String disabled();

    @Message
    String locked();

    @Message
    String mailHeld();

    @Message
    String shown(String from, String to, String all);

    @Message
    String previous();

    @Message
    String next();

    @Message
    String close();

    @Message
    String lockedSince();

    @Message
    String lockedUntil();

    @Message
    String lockedForGood();

    @Message
    String resetClears();

    @Message
    String notEnabled();

    @Message
    String ownPin();

    @Message
    String pin();

    @Message
    String pinHidden();

    @Message
    String pinSet();

    @Message
    String by();

    @Message
    String pinMail();

    @Message
    String conferenceId();

    @Message
    String toll();

    @Message
    String tollFree();

    @Message
    String withoutPin();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String failed();

    @Message
    String address();

    @Message
    String telephone();

    @Message
    String userId();

    @Message
    String timeline();

    @Message
    String openMail();

    @Message
    String openMeeting();

    @Message
    String to();

    @Message
    String newPin();

    @Message
    String newPinUnseen();

    @Message
    String closePin();

    @Message
    String showPin();

    @Message
    String copyPin();

    @Message
    String copied();

    @Message
    String onlyOnce();

    @Message
    String noMail();

    @Message
    String mailWith();

    @Message
    String information();

    @Message
    String replaced();

    @Message
    String mailWithPin();

    @Message
    String mailToWhom();

    @Message
    String mailTo();

    @Message
    String heldNoAddress();

    @Message
    String heldByTenant();

    @Message
    String mailIsLink();

    @Message
    String otherAddress();

    @Message
    String theOther();

    @Message
    String holdIt();

    @Message
    String neverSeen();

    @Message
    String mayStartWithoutPin();

    @Message
    String newId();

    @Message
    String idRandom();

    @Message
    String idChosen();

    @Message
    String cancel();

    @Message
    String offer(Offer offer);

    @Message
    String ask(Offer offer);

    @Message
    String effect(Offer offer);

    @Message
    String confirm(Offer offer);

    @Message
    String done(Offer offer);

    @Message
    String column(UserColumn column);

    @Message
    String filter(UserFilter filter);

    @Message
    String mailStatus(MailStatus status);

    @Message
    String savedViews();

    @Message
    String viewName();

    @Message
    String saveView();

    @Message
    String forget();
}
