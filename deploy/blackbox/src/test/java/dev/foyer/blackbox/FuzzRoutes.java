package dev.foyer.blackbox;

import dev.foyer.local.process.Component;
import dev.foyer.testing.fuzz.FuzzTarget.Route;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies behind each port. Resources are read from the code, so that none is forgotten; what is answered by filters and
 * frameworks has a row here.
 */
final class FuzzRoutes {

    /** Of the framework, on every management port. */
    static final List<Route> MANAGEMENT = List.of(
            get("/q/health"),
            get("/q/health/live"),
            get("/q/health/ready"),
            get("/q/health/started"),
            get("/q/health/group/{name}"),
            get("/q/metrics"),
            get("/q/openapi"));

    /** Of the mail view, which is the JDK's server. */
    static final List<Route> MAILS = List.of(get("/mails"), get("/mails?to=amos@contoso.com"), get("/mails?to=%"));

    /** Of the process that adds and removes tenants, which is the JDK's server, too. */
    static final List<Route> TENANTS = List.of(
            new Route("PUT", "/tenants/{tenant}"),
            new Route("POST", "/tenants/{tenant}/closing"),
            new Route("POST", "/tenants/{tenant}/reading"),
            new Route("POST", "/tenants/{tenant}/unaddressable-users"),
            new Route("DELETE", "/tenants/{tenant}"));

    private static final List<Route> OF_FRAMEWORKS = List.of(
            get("/q/openapi"),
            get("/q/swagger-ui/"),
            get("/q/swagger-ui/index.html"),
            get("/webjars/htmx.org/dist/htmx.min.js"),
            get("/assets/foyer.css"));
    /** Answered on the way to the resources, by the sign-in of companies. */
    private static final List<Route> OF_COMPANIES =
            List.of(get("/admin/sign-in/company/{name}"), get("/admin/sign-in/company/{name}?code=c&state=s"));

    /** Behind one route of the code; of whoever has a token. */
    static final List<Route> SCIM = List.of(
            get("/scim/v2/ServiceProviderConfig"),
            get("/scim/v2/Schemas"),
            get("/scim/v2/Users"),
            get("/scim/v2/Users?filter=userName%20eq%20%22amos@contoso.com%22&count=2"),
            get("/scim/v2/Users/{scimUser}"),
            new Route("POST", "/scim/v2/Users"),
            new Route("POST", "/scim/v2/Users/.search"),
            new Route("POST", "/scim/v2/Bulk"),
            new Route("PUT", "/scim/v2/Users/{scimUser}"),
            new Route("PATCH", "/scim/v2/Users/{scimUser}"),
            new Route("DELETE", "/scim/v2/Users/{scimUser}"));

    private static final List<Route> OF_RESOURCES = CodeRoutes.of("admin-gateway");
    private static final List<Route> OF_KIT = CodeRoutes.of("kit/service", "kit/service-eventsourced");

    static final List<Route> API =
            OF_RESOURCES.stream().filter(route -> !isPage(route)).toList();
    static final List<Route> PAGE =
            OF_RESOURCES.stream().filter(FuzzRoutes::isPage).toList();
    /** Without the one that would end it for all that follow. */
    static final List<Route> PAGE_OF_A_SESSION = PAGE.stream()
            .filter(route -> !route.template().equals("/admin/sign-out"))
            .toList();

    static final List<Route> GATEWAY = joined(OF_RESOURCES, OF_FRAMEWORKS, OF_COMPANIES);
    static final List<Route> COMPANY = joined(PAGE, OF_COMPANIES);

    private FuzzRoutes() {}

    static List<Route> ofService(Component service) {
        return joined(CodeRoutes.of(service.title()), OF_KIT);
    }

    private static boolean isPage(Route route) {
        return !route.template().startsWith("/api/");
    }

    @SafeVarargs
    private static List<Route> joined(List<Route>... some) {
        return Stream.of(some).flatMap(List::stream).toList();
    }

    private static Route get(String template) {
        return new Route("GET", template);
    }
}
