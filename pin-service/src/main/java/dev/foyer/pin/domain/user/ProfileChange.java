package dev.foyer.pin.domain.user;

import java.util.Set;

/**
 * Some fields of a profile anew. It is decided where the user is, so that two changes of different fields never undo each
 * other.
 *
 * @param values the new ones; {@code null} clears
 * @param fields which of them are meant; what {@code values} has of others means nothing
 */
public record ProfileChange(Profile values, Set<Field> fields) {

    /** What can be changed by itself. */
    public enum Field {
        USER_PRINCIPAL_NAME,
        DISPLAY_NAME,
        PRIMARY_SMTP_ADDRESS,
        PREFERRED_LANGUAGE,
        PHONE_NUMBERS,
        SCIM
    }

    public ProfileChange {
        fields = Set.copyOf(fields);
    }

    /** Whether the name is one of them. */
    boolean names() {
        return fields.contains(Field.USER_PRINCIPAL_NAME);
    }

    Profile of(Profile known) {
        return new Profile(
                value(Field.USER_PRINCIPAL_NAME, values.userPrincipalName(), known.userPrincipalName()),
                value(Field.DISPLAY_NAME, values.displayName(), known.displayName()),
                value(Field.PRIMARY_SMTP_ADDRESS, values.primarySmtpAddress(), known.primarySmtpAddress()),
                value(Field.PREFERRED_LANGUAGE, values.preferredLanguage(), known.preferredLanguage()),
                fields.contains(Field.PHONE_NUMBERS) ? values.phoneNumbers() : known.phoneNumbers(),
                fields.contains(Field.SCIM) ? values.scim() : known.scim());
    }

    private String value(Field field, String changed, String kept) {
        return fields.contains(field) ? changed : kept;
    }
}
