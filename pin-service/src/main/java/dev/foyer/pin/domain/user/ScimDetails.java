package dev.foyer.pin.domain.user;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a directory system says over SCIM (rule G4) beside what every directory says. Other doors do not speak of it, and leave it as it is.
 *
 * @param externalId what that system calls the user, or {@code null}
 * @param inactive the account is turned off there; {@code null}: it is not
 * @param phoneTypes how it called each of the telephone numbers, such as {@code work}; of others nothing was said
 */
public record ScimDetails(String externalId, Boolean inactive, Map<String, String> phoneTypes) {

    public ScimDetails {
        phoneTypes = phoneTypes == null ? Map.of() : Map.copyOf(phoneTypes);
        inactive = Boolean.TRUE.equals(inactive) ? true : null;
    }

    /** In characters. */
    int length() {
        return Stream.concat(
                        Stream.of(externalId).filter(Objects::nonNull),
                        phoneTypes.entrySet().stream().flatMap(type -> Stream.of(type.getKey(), type.getValue())))
                .mapToInt(String::length)
                .sum();
    }
}
