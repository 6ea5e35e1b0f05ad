package dev.foyer.gateway.scim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.PhoneNumber;
import dev.foyer.gateway.index.UserEntry;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A user of the read model as SCIM shows one. */
final class ScimShown {

    private ScimShown() {}

    static User of(UserEntry is) {
        User user = new User();
        user.setSchemas(Set.of(ScimSchemas.USER, ScimSchemas.CONFERENCING));
        user.setId(is.userId());
        user.setExternalId(is.scim().externalId());
        user.setUserName(is.userPrincipalName());
        user.setDisplayName(is.displayName());
        user.setPreferredLanguage(is.preferredLanguage());
        user.setActive(is.scim().active());
        if (is.primarySmtpAddress() != null) {
            user.setEmails(List.of(Email.builder()
                    .value(is.primarySmtpAddress())
                    .type("work")
                    .primary(true)
                    .build()));
        }
        if (!is.phoneNumbers().isEmpty()) {
            user.setPhoneNumbers(is.phoneNumbers().stream()
                    .map(number -> PhoneNumber.builder()
                            .value(number)
                            .type(is.scim().phoneTypes().get(number))
                            .build())
                    .toList());
        }
        user.set(ScimSchemas.CONFERENCING, conferencing(is.conferencing()));
        user.setMeta(meta(is));
        return user;
    }

    private static ObjectNode conferencing(UserEntry.Conferencing is) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("enabled", is != null);
        if (is != null) {
            shown.put("conferenceId", is.conferenceId());
            put(shown, "serviceNumber", is.serviceNumber());
            put(shown, "tollFreeServiceNumber", is.tollFreeServiceNumber());
        }
        return shown;
    }

    private static void put(ObjectNode shown, String name, String value) {
        if (value != null) {
            shown.put(name, value);
        }
    }

    /** Weak: two answers of one version say the same, and are perhaps not the same bytes. */
    private static Meta meta(UserEntry is) {
        Meta meta = new Meta();
        meta.setResourceType("User");
        Instant changed =
                is.scim().changedAt() == null ? Instant.EPOCH : is.scim().changedAt();
        meta.setCreated(is.scim().createdAt() == null ? changed : is.scim().createdAt());
        meta.setLastModified(changed);
        meta.setVersion(
                ETag.builder().weak(true).tag(Long.toString(is.version())).build());
        return meta;
    }
}
