package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.base.Problem.ProblemException;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Bodies;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.api.ScimTokenAnswer;
import dev.foyer.gateway.api.ScimTokensResource;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** By what the tenant's directory systems sign in (rule G4): make a token, seen once, and revoke it. The API's resource decides. */
@Path("/admin/settings/scim-tokens")
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TokensPage implements SaysProblems {

    @Inject
    ApiRequest request;

    @Inject
    ScimTokensResource tokens;

    @Inject
    Words words;

    @RestQuery
    String cursor;

    @GET
    @Operation(hidden = true)
    public TemplateInstance all() {
        return show(null, null, null, null, null);
    }

    /** There is no page of one alone. */
    @GET
    @Path("/{tokenId}")
    @Operation(hidden = true)
    public TemplateInstance one() {
        return all();
    }

    /** @param expires the last day on which it holds; empty: it does not expire */
    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance make(@RestForm String key, @RestForm String name, @RestForm String expires) {
        if (name == null || name.isBlank()) {
            return refused(name, expires, say().nameMissing());
        }
        try {
            Instant until = until(expires);
            request.useKey(key);
            ScimTokenAnswer made = (ScimTokenAnswer)
                    tokens.make(new Bodies.ScimTokenBody(name.strip(), until)).getEntity();
            return made.token() == null
                    ? show(null, null, null, null, say().shownBefore())
                    : show(made, null, null, null, null);
        } catch (DateTimeException _) {
            return refused(name, expires, say().noDay());
        } catch (ProblemException e) {
            return refused(name, expires, said(e.problem()));
        }
    }

    @POST
    @Path("/{tokenId}/revoke")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public TemplateInstance revoke(String tokenId) {
        try {
            tokens.revoke(tokenId);
            return show(null, null, null, say().revoked(), null);
        } catch (ProblemException e) {
            return show(null, null, null, null, said(e.problem()));
        }
    }

    /** The whole of that day, as it is in UTC. */
    private static Instant until(String day) {
        return day == null || day.isBlank()
                ? null
                : LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A second press makes the same token, and none that never expires. */
    private TemplateInstance refused(String name, String expires, String why) {
        return show(null, name, expires, null, why);
    }

    private TemplateInstance show(ScimTokenAnswer made, String name, String expires, String said, String refusal) {
        String after = cursor == null || cursor.isEmpty() ? null : cursor;
        return Templates.tokens(new TokenList(
                tokens.list(null, after),
                after,
                request.is(Roles.ADMIN),
                UUID.randomUUID().toString(),
                made,
                name,
                expires,
                said,
                refusal));
    }

    private String said(Problem problem) {
        return Said.of(problem, words.of(ShellMessages.class));
    }

    private TokensMessages say() {
        return words.of(TokensMessages.class);
    }
}
