package dev.foyer.gateway.filter;

import dev.foyer.service.filter.BodyRule;
import dev.foyer.service.filter.HeaderException;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies where, and what it takes and answers that the rest does not. Paths are normal here. */
public class Addresses {

    private static final String CSP = "Content-Security-Policy";
    private static final String CACHE = "Cache-Control";
    private static final String API = "/api";
    private static final String PAGE = "/admin";
    private static final String SCIM = "/scim";
    private static final Set<String> SCIM_JSON = Set.of("application/json", "application/scim+json");
    /** Of view-once links; {@code quarkus.otel.traces.suppress-application-uris} names it, too. */
    private static final String LINKS = "/pin";

    static boolean isApi(String path) {
        return path.equals(API) || path.startsWith(API + "/");
    }

    static boolean isPage(String path) {
        return path.equals(PAGE) || path.startsWith(PAGE + "/");
    }

    /** What is behind it is worth what the address is worth: no cookie and no sign-in counts there. */
    static boolean isLink(String path) {
        return path.startsWith(LINKS + "/");
    }

    @Produces
    BodyRule ofTheApi() {
        return new BodyRule(API, BodyRule.JSON);
    }

    /** Lists of ten thousand users, also as spreadsheets save them. */
    @Produces
    BodyRule ofCampaigns() {
        return new BodyRule(
                API + "/v1/campaigns",
                Stream.concat(BodyRule.JSON.stream(), Stream.of("text/csv")).collect(Collectors.toSet()),
                true);
    }

    /** Directory systems say which JSON it is, or not. */
    @Produces
    BodyRule ofScim() {
        return new BodyRule(SCIM, SCIM_JSON);
    }

    /** A hundred users. */
    @Produces
    BodyRule ofScimBulk() {
        return new BodyRule(SCIM + "/v2/Bulk", SCIM_JSON, true);
    }

    @Produces
    BodyRule ofThePage() {
        return new BodyRule(PAGE, Set.of(BodyRule.FORM));
    }

    /** Lists of users are longer than a field of a form may be. */
    @Produces
    BodyRule ofBulk() {
        return new BodyRule(PAGE + "/bulk", Set.of(BodyRule.FORM, "multipart/form-data"));
    }

    @Produces
    BodyRule ofLinks() {
        return new BodyRule(LINKS, Set.of(BodyRule.FORM));
    }

    /** As {@link #page}, and its script asks nothing. */
    @Produces
    HeaderException links() {
        return new HeaderException(
                "links",
                LINKS,
                Map.of(
                        CSP,
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'"));
    }

    /** Its own files, and nothing that stands in a document. */
    @Produces
    HeaderException page() {
        return new HeaderException(
                "page",
                PAGE,
                Map.of(
                        CSP,
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"));
    }

    /** The phones of a demo: as {@link #page}, without frames. */
    @Produces
    HeaderException phones() {
        return new HeaderException(
                "phones",
                "/phone",
                Map.of(
                        CSP,
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"));
    }

    /** A mail with the styles in it, in a frame of the page: it shows, and can do nothing. */
    @Produces
    HeaderException mails() {
        return new HeaderException(
                "mails",
                PAGE + "/deliveries/preview/document",
                Map.of(
                        CSP,
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none';"
                                + " frame-ancestors 'self'",
                        "X-Frame-Options",
                        "SAMEORIGIN"));
    }

    /** Reads, and nothing else. */
    @Produces
    HeaderException documents() {
        return new HeaderException(
                "documents",
                "/docs",
                Map.of(
                        CSP,
                        "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors"
                                + " 'none'"));
    }

    /** The same for everybody, and named after their version or cheap to ask for: caching is left to who serves them. */
    @Produces
    HeaderException assets() {
        return new HeaderException("assets", "/assets", Map.of(CACHE, ""));
    }

    /** As {@link #assets()}. */
    @Produces
    HeaderException libraries() {
        return new HeaderException("libraries", "/webjars", Map.of(CACHE, ""));
    }

    /** Swagger UI comes with a script and styles in its document. */
    @Produces
    HeaderException swaggerUi() {
        return new HeaderException(
                "swagger-ui",
                "/q/swagger-ui",
                Map.of(
                        CSP,
                        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                                + " img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'none';"
                                + " base-uri 'none'; frame-ancestors 'none'"));
    }
}
