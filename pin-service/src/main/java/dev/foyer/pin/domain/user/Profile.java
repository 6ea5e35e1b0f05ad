package dev.foyer.pin.domain.user;

import dev.foyer.base.UserName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the tenant's directory says of a user. {@code null} means not set.
 *
 * @param preferredLanguage BCP 47
 * @param phoneNumbers the user's own, E.164; no PIN may be a stretch of one
 * @param scim what was said over SCIM and nowhere else; {@code null}: nothing, also in journals before format 9
 */
public record Profile(
        String userPrincipalName,
        String displayName,
        String primarySmtpAddress,
        String preferredLanguage,
        List<String> phoneNumbers,
        ScimDetails scim) {

    public Profile {
        phoneNumbers = phoneNumbers == null ? List.of() : List.copyOf(phoneNumbers);
    }

    /** Without a word about SCIM. */
    public Profile(
            String userPrincipalName,
            String displayName,
            String primarySmtpAddress,
            String preferredLanguage,
            List<String> phoneNumbers) {
        this(userPrincipalName, displayName, primarySmtpAddress, preferredLanguage, phoneNumbers, null);
    }

    /** Whether the directory has turned the account off: who is not active has no PIN. */
    boolean isInactive() {
        return scim != null && scim.inactive() != null;
    }

    /** With what was known of SCIM, if this says nothing of it. */
    Profile keepingScimOf(Profile known) {
        return scim != null || known.scim() == null
                ? this
                : new Profile(
                        userPrincipalName,
                        displayName,
                        primarySmtpAddress,
                        preferredLanguage,
                        phoneNumbers,
                        known.scim());
    }

    /** The name as it is compared, or {@code null}. */
    String foldedName() {
        return userPrincipalName == null ? null : UserName.folded(userPrincipalName);
    }

    Profile named(String name) {
        return new Profile(name, displayName, primarySmtpAddress, preferredLanguage, phoneNumbers, scim);
    }

    /** In characters: what it takes of the memory, but for what every profile takes. */
    int length() {
        return Stream.concat(
                                Stream.of(userPrincipalName, displayName, primarySmtpAddress, preferredLanguage),
                                phoneNumbers.stream())
                        .filter(Objects::nonNull)
                        .mapToInt(String::length)
                        .sum()
                + (scim == null ? 0 : scim.length());
    }
}
