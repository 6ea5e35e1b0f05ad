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
 */
public record Profile(
        String userPrincipalName,
        String displayName,
        String primarySmtpAddress,
        String preferredLanguage,
        List<String> phoneNumbers) {

    public Profile {
        phoneNumbers = phoneNumbers == null ? List.of() : List.copyOf(phoneNumbers);
    }

    /** The name as it is compared, or {@code null}. */
    String foldedName() {
        return userPrincipalName == null ? null : UserName.folded(userPrincipalName);
    }

    Profile named(String name) {
        return new Profile(name, displayName, primarySmtpAddress, preferredLanguage, phoneNumbers);
    }

    /** In characters: what it takes of the memory, but for what every profile takes. */
    int length() {
        return Stream.concat(
                        Stream.of(userPrincipalName, displayName, primarySmtpAddress, preferredLanguage),
                        phoneNumbers.stream())
                .filter(Objects::nonNull)
                .mapToInt(String::length)
                .sum();
    }
}
