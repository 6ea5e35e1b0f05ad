package dev.foyer.notification.mail;

import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.PinLock;
import dev.foyer.notification.inbound.MailSettings.About;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each mail says, kind by kind. */
final class MailTexts {

    private final MailMessages messages;
    private final Locale locale;
    private final About tenant;

    MailTexts(MailMessages messages, Locale locale, About tenant) {
        this.messages = messages;
        this.locale = locale;
        this.tenant = tenant;
    }

    /**
     * @param secret how the user gets the PIN
     * @param expiresAt until when a link shows it
     */
    MailContent content(Letter letter, PinPart secret, Instant expiresAt) {
        Kind kind = letter.kind();
        boolean joins = kind != Kind.TURNED_OFF && kind != Kind.PIN_LOCKED;
        return new MailContent(
                locale,
                subject(kind),
                tenant.organization(),
                messages.hello(letter.recipient().displayName()),
                lead(kind),
                secret.pin(),
                secret.link(),
                joins ? JoinBlock.of(letter.dialIn(), tenant, locale) : null,
                rows(letter),
                joins ? List.of(messages.stepDial(), messages.stepPin(), messages.stepStart()) : List.of(),
                notes(letter, secret, expiresAt),
                footer());
    }

    private String subject(Kind kind) {
        return switch (kind) {
            case WELCOME -> messages.welcomeSubject();
            case PIN_RESET -> messages.resetSubject();
            case INFORMATION_CHANGED -> messages.changedSubject();
            case TURNED_OFF -> messages.offSubject();
            case PIN_LOCKED -> messages.lockedSubject();
            case CONFERENCE_INFORMATION -> messages.informationSubject();
            case SOMEBODY_WAITS -> messages.waitingSubject();
        };
    }

    private String lead(Kind kind) {
        return switch (kind) {
            case WELCOME -> messages.welcomeLead();
            case PIN_RESET -> messages.resetLead();
            case INFORMATION_CHANGED -> messages.changedLead();
            case TURNED_OFF -> messages.offLead();
            case PIN_LOCKED -> messages.lockedLead();
            case CONFERENCE_INFORMATION -> messages.informationLead();
            case SOMEBODY_WAITS -> messages.waitingLead();
        };
    }

    private List<MailContent.Row> rows(Letter letter) {
        return switch (letter.kind()) {
            case PIN_LOCKED -> rows(letter.lock());
            case SOMEBODY_WAITS ->
                List.of(
                        new MailContent.Row(
                                messages.waitingSince(), time(letter.waiting().since())),
                        new MailContent.Row(
                                messages.waitingCallers(),
                                Integer.toString(letter.waiting().callers())));
            case WELCOME, PIN_RESET, INFORMATION_CHANGED, TURNED_OFF, CONFERENCE_INFORMATION -> List.of();
        };
    }

    private List<MailContent.Row> rows(PinLock lock) {
        return List.of(
                new MailContent.Row(messages.lockedSince(), time(lock.since())),
                new MailContent.Row(
                        messages.lockedUntil(), lock.until() == null ? messages.lockedForGood() : time(lock.until())));
    }

    private List<String> notes(Letter letter, PinPart secret, Instant expiresAt) {
        List<String> notes = new ArrayList<>();
        if (secret.link() != null) {
            notes.add(messages.linkOnce(time(expiresAt)));
        }
        notes.addAll(
                switch (letter.kind()) {
                    case WELCOME, PIN_RESET ->
                        List.of(messages.inTheApp(), messages.keepSecret(), messages.forgotten());
                    case INFORMATION_CHANGED -> List.of(messages.pinStays(), messages.oldInvitations());
                    case TURNED_OFF ->
                        List.of(
                                messages.offConferenceId(
                                        JoinBlock.grouped(letter.dialIn().conferenceId())),
                                messages.offInTheApp(),
                                messages.offInvitations());
                    case PIN_LOCKED -> List.of(messages.lockedInTheApp(), messages.lockedByOthers());
                    case CONFERENCE_INFORMATION -> List.of(messages.guests());
                    case SOMEBODY_WAITS -> List.of(messages.waitingInTheApp(), messages.waitingPin());
                });
        notes.add(
                tenant.supportContact() == null
                        ? messages.askAdministrator()
                        : messages.askContact(tenant.supportContact()));
        return notes;
    }

    private String footer() {
        String automatic = tenant.supportContact() == null
                ? messages.automatic()
                : messages.automaticWithReplies(tenant.supportContact());
        return tenant.organization() == null ? automatic : messages.sentFor(tenant.organization()) + " " + automatic;
    }

    /** Nobody knows the user's time zone, so it says which one it means; English without a country is not the United States'. */
    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale.equals(Locale.ENGLISH) ? Locale.UK : locale)
                        .format(at.atZone(ZoneOffset.UTC))
                + " UTC";
    }
}
