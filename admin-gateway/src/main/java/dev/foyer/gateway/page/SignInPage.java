package dev.foyer.gateway.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Coming in and going out. The form itself is checked by Quarkus. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignInPage {

    private static final URI SIGN_IN = URI.create("/admin/sign-in");

    @Inject
    CurrentIdentityAssociation identity;

    @GET
    @Operation(hidden = true)
    public Response root() {
        return Response.seeOther(URI.create("/admin/users")).build();
    }

    @GET
    @Path("/admin")
    @Operation(hidden = true)
    public Response admin() {
        return root();
    }

    @GET
    @Path("/admin/sign-in")
    @Operation(hidden = true)
    public TemplateInstance signIn() {
        return Templates.signIn(false);
    }

    @GET
    @Path("/admin/sign-in/failed")
    @Operation(hidden = true)
    public TemplateInstance signInFailed() {
        return Templates.signIn(true);
    }

    @POST
    @Path("/admin/sign-out")
    @Operation(hidden = true)
    public Response signOut() {
        if (!identity.getIdentity().isAnonymous()) {
            FormAuthenticationMechanism.logout(identity.getIdentity());
        }
        return Response.seeOther(SIGN_IN).build();
    }
}
