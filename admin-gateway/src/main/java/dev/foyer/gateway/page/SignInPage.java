package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.gateway.company.Companies;
import dev.foyer.gateway.company.CompanyMechanism;
import dev.foyer.gateway.company.CompanyResolver;
import dev.foyer.gateway.signin.PageSessions;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** Coming in and going out. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignInPage {

    private static final URI SIGN_IN = URI.create("/admin/sign-in");
    private static final URI FAILED = URI.create(CompanyMechanism.FAILED);
    private static final URI USERS = URI.create("/admin/users");
    private static final URI ORGANIZATION = URI.create(CompanyMechanism.CHOICE);
    private static final int TOO_MANY = 429;

    @Inject
    CurrentIdentityAssociation identity;

    @Inject
    Companies companies;

    @Inject
    PageSessions sessions;

    @Inject
    RoutingContext request;

    @GET
    @Operation(hidden = true)
    public Response root() {
        return Response.seeOther(USERS).build();
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
    public Response signIn() {
        return companies.isThereAny()
                ? Response.seeOther(ORGANIZATION).build()
                : Response.ok(Templates.signIn(null)).build();
    }

    @GET
    @Path(CompanyMechanism.FAILED)
    @Operation(hidden = true)
    public TemplateInstance signInFailed() {
        return companies.isThereAny()
                ? Templates.signInCompany("Your organization did not sign you in here. Try again.")
                : Templates.signIn("Name or password is wrong. Check both and try again.");
    }

    @POST
    @Path("/admin/sign-in/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response check(@RestForm String name, @RestForm String password) {
        if (companies.isThereAny()) {
            return signIn(); // there are no passwords of ours to be guessed, counted or compared
        }
        try {
            boolean in = sessions.signIn(
                    Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(password, ""), request);
            return Response.seeOther(in ? USERS : FAILED).build();
        } catch (Problem.ProblemException e) {
            return tryLater(e.problem());
        }
    }

    @POST
    @Path("/admin/sign-out")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response signOut() {
        URI next = sessions.signOut(identity.getIdentity(), request)
                .map(company -> URI.create(CompanyResolver.SIGN_OUT + company))
                .orElse(SIGN_IN);
        return Response.seeOther(next).build();
    }

    private static Response tryLater(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status());
        problem.headers().forEach(response::header);
        String wait = problem.status() == TOO_MANY
                ? "Too many failed attempts. Try again in " + problem.headers().get("Retry-After") + " seconds."
                : "Nobody can sign in at present. Try again in a moment.";
        return response.entity(Templates.signIn(wait)).build();
    }
}
