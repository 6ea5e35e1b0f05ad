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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Coming in and going out. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignInPage {

    private static final URI SIGN_IN = URI.create("/admin/sign-in");
    private static final URI USERS = URI.create(Onward.USUAL);
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");
    private static final int TOO_MANY = 429;

    @Inject
    CurrentIdentityAssociation identity;

    @Inject
    Companies companies;

    @Inject
    PageSessions sessions;

    @Inject
    RoutingContext request;

    @Inject
    Words words;

    /** Where somebody wanted to go. */
    @RestQuery
    String next;

    @RestHeader("Sec-Fetch-Site")
    String site;

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

    /**
     * Who follows a link from another site has sent no cookie with it, signed in or not: asked once more from here, the
     * browser sends it.
     */
    @GET
    @Path("/admin/sign-in")
    @Operation(hidden = true)
    public Response signIn() {
        if (next != null && site != null && OTHER_SITES.contains(site)) {
            return Response.ok(Templates.leadOn("Foyer", Onward.to(next))).build();
        }
        return companies.isThereAny()
                ? Response.seeOther(Onward.with(CompanyMechanism.CHOICE, next)).build()
                : Response.ok(Templates.signIn(null, Onward.to(next))).build();
    }

    @GET
    @Path(CompanyMechanism.FAILED)
    @Operation(hidden = true)
    public TemplateInstance signInFailed() {
        return companies.isThereAny()
                ? Templates.signInCompany(messages().companyFailed())
                : Templates.signIn(messages().wrong(), Onward.to(next));
    }

    @POST
    @Path("/admin/sign-in/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response check(@RestForm String name, @RestForm String password, @RestForm("next") String wanted) {
        if (companies.isThereAny()) {
            // There are no passwords of ours to be guessed, counted or compared.
            return Response.seeOther(Onward.with(CompanyMechanism.CHOICE, wanted))
                    .build();
        }
        try {
            boolean in = sessions.signIn(
                    Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(password, ""), request);
            URI onward = in ? URI.create(Onward.to(wanted)) : Onward.with(CompanyMechanism.FAILED, wanted);
            return Response.seeOther(onward).build();
        } catch (Problem.ProblemException e) {
            return tryLater(e.problem(), wanted);
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

    private Response tryLater(Problem problem, String wanted) {
        Response.ResponseBuilder response = Response.status(problem.status());
        problem.headers().forEach(response::header);
        String wait = problem.status() == TOO_MANY
                ? messages().wait(problem.headers().get("Retry-After"))
                : messages().notNow();
        return response.entity(Templates.signIn(wait, Onward.to(wanted))).build();
    }

    private SignInMessages messages() {
        return words.of(SignInMessages.class);
    }
}
