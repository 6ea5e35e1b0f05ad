package dev.foyer.local.load;

import java.util.List;
import java.util.Map;

/**
 * Somebody of a demo tenant.
 *
 * @param language BCP 47
 * @param phone E.164
 */
public record Person(String userId, String tenant, String displayName, String language, String phone) {

    /** The sign-in name, which is also the mail address. */
    public String userPrincipalName() {
        return userId + "@" + tenant;
    }

    /** The body of {@code PUT /api/v1/users/{userId}}. */
    public Map<String, Object> toBody() {
        return Map.of(
                "userPrincipalName", userPrincipalName(),
                "displayName", displayName,
                "primarySmtpAddress", userPrincipalName(),
                "preferredLanguage", language,
                "phoneNumbers", List.of(phone));
    }
}
