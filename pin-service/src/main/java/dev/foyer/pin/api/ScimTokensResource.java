package dev.foyer.pin.api;

import dev.foyer.base.Roles;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.ScimTokenCommands;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.MakeToken;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.NoteTokenUsed;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.RevokeAllTokens;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand.RevokeToken;
import dev.foyer.pin.domain.scimtoken.ScimTokenRefusal;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;

/** Tokens of a tenant's directory systems (G4). The gateway makes the token and keeps it to itself: here is its digest. */
@Path("/internal/v1/tenants/{tenant}/scim-tokens")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.ADMIN)
public class ScimTokensResource {

    private static final String TOKEN_ID = "[0-9a-f]{16}";

    @Inject
    ScimTokenCommands tokens;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    /** @param digest SHA-256 of the token, in hexadecimal */
    record MakeTokenBody(
            @NotNull @Pattern(regexp = TOKEN_ID) @Text(TextKind.OPAQUE)
            String tokenId,

            @NotBlank @Text(TextKind.SHORT_LINE) String name,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") @Text(TextKind.OPAQUE)
            String digest,

            Instant expiresAt) {}

    /** The token that was made; another one than was asked for in the answer to a repetition. */
    record Made(String tokenId) {}

    @POST
    public CompletionStage<Response> make(@NotNull @Valid MakeTokenBody body) {
        return submit(new MakeToken(body.tokenId(), body.name(), body.digest(), body.expiresAt()));
    }

    /** 204; it is refused from now on. */
    @DELETE
    @Path("/{tokenId}")
    public CompletionStage<Response> revoke(@RestPath @Pattern(regexp = TOKEN_ID) String tokenId) {
        return submit(new RevokeToken(tokenId));
    }

    /** 204; at a tenant's end. */
    @DELETE
    @AllowedRoles(Roles.OPERATOR)
    public CompletionStage<Response> revokeAll() {
        return submit(new RevokeAllTokens());
    }

    /** 204; the day of the last use is kept. By the token itself. */
    @POST
    @Path("/{tokenId}/used")
    @AllowedRoles(Roles.DIRECTORY)
    public CompletionStage<Response> used(@RestPath @Pattern(regexp = TOKEN_ID) String tokenId) {
        return submit(new NoteTokenUsed(tokenId));
    }

    private CompletionStage<Response> submit(ScimTokenCommand command) {
        return tokens.submit(tenant, command, caller.meta()).thenApply(reply -> response(command, reply));
    }

    private static Response response(ScimTokenCommand command, Reply<ScimTokenRefusal, ScimTokenAnswer> reply) {
        return Answers.answer(
                reply,
                answer -> switch (answer) {
                    case ScimTokenAnswer.TokenNoted(String tokenId) ->
                        command instanceof MakeToken
                                ? Response.status(Response.Status.CREATED).entity(new Made(tokenId))
                                : Response.noContent();
                },
                ScimTokenRefusals::problem);
    }
}
