package dev.foyer.gateway.clients;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the gateway asks of pin-service for a tenant's directory system, and about its tokens. Called through {@link RemoteService}
 * only.
 */
@Path("/internal/v1/tenants/{tenant}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "pin-service")
@RegisterProvider(ServiceJson.class)
@RegisterProvider(RefusalMapper.class)
@RegisterProvider(WholeSegments.class)
public interface DirectoryClient {

    /** 201: the user is new. */
    @PUT
    @Path("/directory/users/{userId}")
    RestResponse<Void> provision(
            @BeanParam CommandParams command, @PathParam("userId") String userId, DirectoryUser body);

    @PATCH
    @Path("/directory/users/{userId}")
    RestResponse<Void> change(@BeanParam CommandParams command, @PathParam("userId") String userId, Change body);

    @DELETE
    @Path("/directory/users/{userId}")
    RestResponse<Void> remove(@BeanParam CommandParams command, @PathParam("userId") String userId);

    /** Nobody is shown the PIN. */
    @POST
    @Path("/directory/users/{userId}/conferencing")
    RestResponse<Enabled> enable(@BeanParam CommandParams command, @PathParam("userId") String userId);

    @DELETE
    @Path("/directory/users/{userId}/conferencing")
    RestResponse<Void> disable(@BeanParam CommandParams command, @PathParam("userId") String userId);

    /** A merge patch of the two service numbers. */
    @PATCH
    @Path("/directory/users/{userId}/conferencing")
    RestResponse<Void> changeNumbers(
            @BeanParam CommandParams command, @PathParam("userId") String userId, JsonNode patch);

    @POST
    @Path("/scim-tokens")
    RestResponse<Made> makeToken(@BeanParam CommandParams command, Make body);

    @DELETE
    @Path("/scim-tokens/{tokenId}")
    RestResponse<Void> revokeToken(@BeanParam CommandParams command, @PathParam("tokenId") String tokenId);

    /** At its tenant's end. */
    @DELETE
    @Path("/scim-tokens")
    RestResponse<Void> revokeAllTokens(@BeanParam CommandParams command);

    @POST
    @Path("/scim-tokens/{tokenId}/used")
    RestResponse<Void> tokenUsed(@BeanParam CommandParams command, @PathParam("tokenId") String tokenId);

    /**
     * All of one, as a directory system says it; absent fields are {@code null}.
     *
     * @param nameCleaned whether what nobody would see was left out of the display name
     * @param inactive {@code null}: no
     * @param phoneTypes how it called each number
     */
    record DirectoryUser(
            String userPrincipalName,
            String displayName,
            String primarySmtpAddress,
            String preferredLanguage,
            List<String> phoneNumbers,
            boolean nameCleaned,
            String externalId,
            Boolean inactive,
            Map<String, String> phoneTypes) {}

    /** @param fields what of the user is meant */
    record Change(DirectoryUser user, Set<Field> fields) {}

    /** As pin-service calls them. */
    enum Field {
        USER_PRINCIPAL_NAME,
        DISPLAY_NAME,
        PRIMARY_SMTP_ADDRESS,
        PREFERRED_LANGUAGE,
        PHONE_NUMBERS,
        SCIM
    }

    /** What is told of somebody who is enabled from now on, or was before. */
    record Enabled(String conferenceId) {}

    /** @param digest SHA-256 of the token, in hexadecimal; @param expiresAt {@code null}: it does not */
    record Make(String tokenId, String name, String digest, Instant expiresAt) {}

    /** Another one than was asked for in the answer to a repetition. */
    record Made(String tokenId) {}
}
