package dev.foyer.gateway.page;

import dev.foyer.gateway.company.Companies;
import dev.foyer.gateway.company.CompanyResolver;
import dev.foyer.gateway.signin.PageSessions;
import io.quarkus.oidc.IdToken;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Coming in from a company: Quarkus leads there and back, and a session of ours begins. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class CompanySignInPage {

    /** A sign-in at the provider is worth one session; what Quarkus keeps of it could be copied. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    Companies companies;

    @Inject
    PageSessions sessions;

    @Inject
    CurrentIdentityAssociation identity;

    @Inject
    OidcSession provider;

    @Inject
    @IdToken
    JsonWebToken token;

    @Inject
    RoutingContext request;

    /** @param organization the tenant whose people sign in; may be left out where there is one only */
    @GET
    @Path("/admin/sign-in/organization")
    @PermitAll
    @Operation(hidden = true)
    public Response choose(@RestQuery String organization) {
        return (organization == null ? companies.only() : companies.ofTenant(organization.strip()))
                .map(name -> Response.seeOther(URI.create(CompanyResolver.PATH + name))
                        .build())
                .orElseGet(
                        () -> Response.ok(Templates.signInCompany(organization)).build());
    }

    @GET
    @Path("/admin/sign-in/company/{name}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response arrive(@RestPath String name) {
        boolean fresh = Instant.ofEpochSecond(token.getIssuedAtTime())
                .isAfter(Instant.now().minus(FRESH));
        if (fresh) {
            sessions.signInFromCompany(identity.getIdentity(), request);
        }
        provider.logout().await().atMost(FRESH);
        // Not by a redirect: the browser comes from another site, and would not send the new cookie along.
        return Response.ok(Templates.signedIn(fresh ? "/admin/users" : CompanyResolver.PATH + name))
                .build();
    }
}
