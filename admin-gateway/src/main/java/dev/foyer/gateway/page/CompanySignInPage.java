package dev.foyer.gateway.page;

import dev.foyer.gateway.company.Companies;
import dev.foyer.gateway.company.CompanyMechanism;
import dev.foyer.gateway.company.CompanyResolver;
import dev.foyer.gateway.company.CompanySignOut;
import dev.foyer.gateway.company.ProviderCalls;
import dev.foyer.gateway.signin.CompanyArrival;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Before and after the way to a company, which is {@link CompanyMechanism}'s. Pages lead on by themselves instead of
 * redirecting where a browser would stop: it follows no redirect from a form to another site, and takes no cookie of ours
 * along one that another site began.
 */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class CompanySignInPage {

    private static final String SIGN_IN = "/admin/sign-in";

    @Inject
    Companies companies;

    @Inject
    CompanySignOut companySignOut;

    @Inject
    RoutingContext request;

    @Inject
    Words words;

    /**
     * @param organization the tenant whose people sign in; may be left out where there is one provider only
     * @param next where they wanted to go
     */
    @GET
    @Path(CompanyMechanism.CHOICE)
    @Operation(hidden = true)
    public TemplateInstance choose(@RestQuery String organization, @RestQuery String next) {
        if (next != null) {
            request.response().addCookie(Onward.kept(next, request.request()));
        }
        String problem = organization == null ? null : messages().unknownOrganization(organization);
        return (organization == null ? companies.only() : companies.ofTenant(organization.strip()))
                .map(name -> Templates.leadOn(messages().toOrganization(), CompanyResolver.SIGN_IN + name))
                .orElseGet(() -> Templates.signInCompany(problem));
    }

    @GET
    @Path(CompanyArrival.ARRIVED)
    @Operation(hidden = true)
    public TemplateInstance arrived() {
        return Templates.leadOn(messages().signedIn(), Onward.kept(request.request()));
    }

    @GET
    @Path(CompanyMechanism.AWAY)
    @Operation(hidden = true)
    public Response away() {
        return ProblemPages.answer(false, ProviderCalls.away());
    }

    /** The session has ended; what the person has at the company may end, too. */
    @GET
    @Path(CompanyResolver.SIGN_OUT + "{name}")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance signOut(@RestPath String name) {
        return companySignOut
                .at(name, request, SIGN_IN)
                .map(at -> Templates.leadOn(messages().signedOut(), at))
                .orElseGet(Templates::signedOut);
    }

    private SignInMessages messages() {
        return words.of(SignInMessages.class);
    }
}
