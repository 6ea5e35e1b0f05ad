package dev.foyer.notification.mail;

import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.inbound.MailSettings;
import dev.foyer.notification.inbound.TenantSettingsTable;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.Locale;

/** From a mailbox's mail and its PIN to a mail with subject, text and HTML in the right language. Thread-safe. */
final class MailWriter {

    private final TenantSettingsTable settings;
    private final Languages languages;
    private final Bundles bundles;
    private final String systemSender;

    /** The messages of one language. */
    @FunctionalInterface
    interface Bundles {
        MailMessages in(Locale locale);
    }

    MailWriter(TenantSettingsTable settings, Languages languages, Bundles bundles, String systemSender) {
        this.settings = settings;
        this.languages = languages;
        this.bundles = bundles;
        this.systemSender = systemSender;
    }

    /** Whether the tenant wants a link in this mail instead of its PIN, as of now (D7). */
    boolean wantsLink(Mail.Outgoing mail) {
        return mail.hasPin() && wantsLinks(mail.letter().recipient().tenant());
    }

    /** Whether mails of the tenant carry links instead of PINs, as of now (D7). */
    boolean wantsLinks(String tenant) {
        return settings.of(tenant).pinByLinkOnly();
    }

    /** @param secret how the user gets the PIN */
    io.quarkus.mailer.Mail write(Mail.Outgoing mail, PinPart secret) {
        Letter letter = mail.letter();
        Text text = text(letter, secret, mail.expiresAt());
        io.quarkus.mailer.Mail written = new io.quarkus.mailer.Mail()
                .addTo(mail.to())
                .setFrom(text.sender().from())
                .setSubject(text.subject())
                .setText(text.plain())
                .setHtml(text.page())
                .addHeader("Message-ID", "<" + letter.id() + "@" + text.sender().domain() + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", text.locale().toLanguageTag());
        return text.replyTo() == null ? written : written.setReplyTo(text.replyTo());
    }

    /**
     * What a mail says, whoever gets it.
     *
     * @param replyTo {@code null}: nobody reads answers
     */
    record Text(Sender sender, String replyTo, Locale locale, String subject, String plain, String page) {}

    /** @param expiresAt until when a link shows the PIN */
    Text text(Letter letter, PinPart secret, Instant expiresAt) {
        MailSettings tenant = settings.of(letter.recipient().tenant());
        Locale locale = language(letter.recipient().language(), tenant);
        MailContent content =
                new MailTexts(bundles.in(locale), locale, tenant.about()).content(letter, secret, expiresAt);
        return new Text(
                Sender.of(tenant, systemSender),
                tenant.about().supportContact(),
                locale,
                content.subject(),
                render(Templates.text(content), locale),
                render(Templates.page(content), locale));
    }

    /** @param asked BCP 47, or {@code null} */
    Locale language(String asked, MailSettings tenant) {
        return languages.choose(asked, tenant.defaultLanguage());
    }

    /** The join block as it stands in the text of a mail. */
    String text(JoinBlock block, Locale locale) {
        return render(Templates.joinText(block), locale).stripIndent().strip() + "\n";
    }

    /** The join block as part of a page: a table, with its styles in place. */
    String page(JoinBlock block, Locale locale) {
        return "<table role=\"presentation\" lang=\"" + locale.toLanguageTag() + "\">\n"
                + render(Templates.joinPage(block), locale) + "</table>\n";
    }

    /** What one calls a meeting of which nothing else is known. */
    String title(Locale locale) {
        return bundles.in(locale).meeting();
    }

    private static String render(TemplateInstance template, Locale locale) {
        return template.setLocale(locale).render();
    }

    /** Checked by the build against {@link MailContent} and {@link MailMessages}. */
    @CheckedTemplate(basePath = "mail")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance text(MailContent content);

        static native TemplateInstance page(MailContent content);

        static native TemplateInstance joinText(JoinBlock block);

        static native TemplateInstance joinPage(JoinBlock block);
    }
}
