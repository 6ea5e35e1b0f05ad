package dev.foyer.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.BulkConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ChangePasswordConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ETagConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.SortConfig;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.AuthenticationScheme;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.EndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.schemas.custom.ETagFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What we can do of SCIM, and what a user is there. */
final class ScimSchemas {

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    /** Of the extension. */
    static final String CONFERENCING = "urn:foyer:params:scim:schemas:extension:conferencing:2.0:User";

    static final int MOST_RESULTS = 200;
    /** In one bulk request. */
    static final int MOST_OPERATIONS = 100;
    /** Bytes of a bulk request; the door lets a little more in (filter.Addresses). */
    static final long LONGEST_PAYLOAD = 1_000_000L;

    private ScimSchemas() {}

    /** The directory systems that there are send more than is said here, and other than RFC 7644 says it: what can be understood is. */
    static ServiceProvider abilities() {
        return ServiceProvider.builder()
                .patchConfig(PatchConfig.builder()
                        .supported(true)
                        .ignoreUnknownAttributes(true)
                        .doNotFailOnNoTarget(true)
                        .activateMsAzureFilterWorkaround(true)
                        .activateMsAzureValueSubAttributeWorkaround(true)
                        .activateMsAzureComplexSimpleValueWorkaround(true)
                        .build())
                .bulkConfig(BulkConfig.builder()
                        .supported(true)
                        .maxOperations(MOST_OPERATIONS)
                        .maxPayloadSize(LONGEST_PAYLOAD)
                        .build())
                .filterConfig(FilterConfig.builder()
                        .supported(true)
                        .maxResults(MOST_RESULTS)
                        .build())
                .changePasswordConfig(
                        ChangePasswordConfig.builder().supported(false).build())
                .sortConfig(SortConfig.builder().supported(false).build())
                .eTagConfig(ETagConfig.builder().supported(true).build())
                .authenticationSchemes(List.of(AuthenticationScheme.builder()
                        .type("oauthbearertoken")
                        .name("Bearer token")
                        .description("A token of the tenant, made by an administrator (POST /api/v1/scim-tokens)")
                        .primary(true)
                        .build()))
                .caseInsensitiveValidation(true)
                .lenientContentTypeChecking(true)
                .build();
    }

    static EndpointDefinition users(ResourceHandler<User> handler) {
        return new EndpointDefinition(
                file("user-resource-type.json"), file("user.json"), List.of(file("conferencing.json")), handler);
    }

    /** Of users: the library has it switched off. */
    static void haveVersions(ResourceEndpoint endpoint) {
        endpoint.getResourceTypeByName("User")
                .orElseThrow()
                .getFeatures()
                .setETagFeature(ETagFeature.builder().enabled(true).build());
    }

    private static JsonNode file(String name) {
        try (InputStream in = ScimSchemas.class.getResourceAsStream("/scim/" + name)) {
            return JsonHelper.readJsonDocument(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is packed with us", e);
        }
    }
}
