package dev.foyer.gateway.api;

import dev.foyer.base.Problem;
import dev.foyer.base.text.TextKind;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.DirectoryClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.export.Export;
import dev.foyer.gateway.index.ScimTokenEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.scim.ScimToken;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Tokens by which the tenant's directory systems ask over SCIM (rule G4). */
@Path("/api/v1/scim-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory tokens")
@RunOnVirtualThread
public class ScimTokensResource {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<DirectoryClient> pinService;

    @Inject
    ReadYourWrites written;

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "Tokens that are not revoked, the latest first; never with the token itself")
    public ListAnswer<ScimTokenAnswer> list(@RestQuery String limit, @RestQuery String cursor) {
        return ListAnswer.of(request.view().scimTokens(Params.limit(limit), cursor), ScimTokenAnswer::of);
    }

    @GET
    @Produces(Export.CSV_IF_ASKED)
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public StreamingOutput csv(@RestQuery String separator) {
        TenantView view = request.view();
        return new Export<>(cursor -> view.scimTokens(Export.PAGE, cursor).map(ScimTokenAnswer::of))
                .csv(Tables.SCIM_TOKENS, Params.separator(separator));
    }

    /** The gateway makes it and tells pin-service its digest: nobody else ever has the token. */
    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Makes a token for a directory system; it is in this answer only",
            description =
                    "A repetition with the same Idempotency-Key answers 200 without the token. A tenant has at most 20.")
    @APIResponse(
            responseCode = "201",
            description = "The token; it is not shown again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScimTokenAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was made before; without the token",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScimTokenAnswer.class)))
    public Response make(Bodies.ScimTokenBody body) {
        Bodies.required(body);
        if (body.name() == null) {
            throw Problems.missing("name").exception();
        }
        String name = Params.text("name", TextKind.SHORT_LINE, body.name());
        Instant expiresAt = body.expiresAt();
        ScimToken token = ScimToken.make(request.account().tenant());
        var asked = new DirectoryClient.Make(token.id(), name, token.digest(), expiresAt);
        Answered<DirectoryClient.Made> done = pinService.call(
                request.command(KeyScope.of("make-scim-token"), body),
                (directory, command) -> directory.makeToken(command, asked));
        String made = done.body().tokenId();
        boolean first = made.equals(token.id());
        ScimTokenAnswer answer = written.read(done, () -> request.view().scimToken(made))
                .map(entry -> ScimTokenAnswer.of(entry, first ? token.text() : null))
                .orElseGet(() ->
                        new ScimTokenAnswer(made, name, null, null, expiresAt, null, first ? token.text() : null));
        return Response.status(first ? Response.Status.CREATED : Response.Status.OK)
                .header("Cache-Control", "no-store")
                .entity(answer)
                .build();
    }

    @DELETE
    @Path("/{tokenId}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Revokes a token",
            description =
                    "This gateway refuses it from this answer on, others as soon as they read of it: usually within a"
                            + " second. One that cannot read refuses all tokens after ten seconds.")
    public void revoke(String tokenId) {
        String known =
                request.view().scimToken(tokenId).map(ScimTokenEntry::tokenId).orElseGet(() -> revokedBefore(tokenId));
        written.await(pinService.run(
                request.command(new KeyScope("revoke-scim-token", known), null),
                (directory, command) -> directory.revokeToken(command, known)));
    }

    /** Of a repetition pin-service knows what it answered; of anything else, that there is no such token. */
    private String revokedBefore(String tokenId) {
        if (!request.isRepeatable() || !ScimToken.isId(tokenId)) {
            throw notFound().exception();
        }
        return tokenId;
    }

    private static Problem notFound() {
        return Problem.of(
                404,
                "scim-token-not-found",
                "No such token",
                "Your tenant has no such token; it may be revoked already.");
    }
}
