package dev.foyer.base.text;

import dev.foyer.base.TenantName;
import java.util.function.UnaryOperator;

/**
 * The kinds of text that come from outside, each with the one rule for it. All of them are well-formed Unicode, and all but
 * what only programs read are one line without control characters. What passes
 * comes back in its one form: composed (NFC), without white space around it, and canonical where its kind has more forms.
 */
public enum TextKind {
    /** Of a user, a call leg, a participant: as their systems call them. Never changed. */
    ID(Ids::checked),

    /** By which a user signs in elsewhere and is addressed here. */
    USER_NAME(SignInName::checked),

    /** One line that a person typed: a name, a subject, a reason. What would not be seen is refused. */
    LINE(text -> OneLine.typed(text, 256)),

    /** A short one, such as the name of a city or of a sender. */
    SHORT_LINE(text -> OneLine.typed(text, 128)),

    /** One line that a machine sent: a name of a directory, a caller's number. What would not be seen is left out. */
    SENT_LINE(text -> OneLine.sent(text, 256)),

    /** Of one mailbox. */
    MAIL_ADDRESS(MailAddress::checked),

    /** E.164, however it was written; nothing of it is dropped. */
    PHONE_NUMBER(E164::of),

    /** BCP 47, canonical. */
    LANGUAGE(LanguageTag::canonical),

    /** Of a tenant: a domain name in lower case. */
    TENANT(text -> {
        if (!TenantName.isValid(text)) {
            throw new TextRefused("tenant-invalid", "must be a domain name in lower case such as contoso.com");
        }
        return text;
    }),

    /** What something is looked for by, and never kept. */
    SOUGHT(text -> {
        if (text.length() > 256) {
            throw new TextRefused("must have at most 256 characters");
        }
        return text;
    }),

    /** What only programs read, by a rule of its own. */
    OPAQUE(text -> text);

    private final UnaryOperator<String> rule;

    TextKind(UnaryOperator<String> rule) {
        this.rule = rule;
    }

    /**
     * The text in its one form.
     *
     * @throws TextRefused when it is none of this kind, or nothing
     */
    public String of(String text) {
        String form = orNothing(text);
        if (form.isEmpty()) {
            throw new TextRefused("must not be blank");
        }
        return form;
    }

    /** The same; an empty text when nothing is there. */
    String orNothing(String text) {
        checkWellFormed(text);
        if (this != OPAQUE && Characters.hasControl(text)) {
            throw new TextRefused("must be one line without control characters");
        }
        return rule.apply(text);
    }

    /** Whether something that nobody would see is left out of the form of this text. */
    public boolean cleans(String text) {
        return this == SENT_LINE && Characters.hasHidden(Characters.composed(text));
    }

    /** Whether it is one, in whatever form. @param text {@code null}: no */
    public boolean accepts(String text) {
        try {
            return text != null && !of(text).isEmpty();
        } catch (TextRefused e) {
            return false;
        }
    }

    /** Whether it is one, and in its one form. @param text {@code null}: no */
    public boolean isFormOf(String text) {
        return accepts(text) && of(text).equals(text);
    }

    /** @throws TextRefused when it is no Unicode text */
    static void checkWellFormed(String text) {
        if (!Characters.isWellFormed(text)) {
            throw new TextRefused("must be Unicode text: it has half of a character");
        }
    }
}
