package dev.foyer.service.filter;

import dev.foyer.base.Problem;
import io.netty.util.NetUtil;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Health and metrics are for machines: no page of any site reads them, be it that its browser was led here by a name of the
 * page's (DNS rebinding; so names have to be known, while an address is nobody's to give away), or that it asks across sites,
 * which Quarkus would allow here.
 */
@ApplicationScoped
public class ManagementFilter {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
    private static final String OF_THIS_MACHINE = "localhost";

    private static final Problem MISDIRECTED = Problem.of(
            421,
            "host-unknown",
            "This host is not served here",
            "Ask by IP address, localhost, or one of the names in foyer.management-hosts.");
    private static final Problem BROWSER = Problem.of(
            403, "other-origin", "This was sent by a page", "Open the address itself, or ask without a browser.");

    @Inject
    ManagementConfig config;

    /** What is no name ends the start with one sentence. */
    void check(@Observes StartupEvent event) {
        for (String name : names()) {
            if (!NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                throw new ConfigurationException("foyer.management-hosts has \"" + name
                        + "\", which is no name of a host; ports are not looked at.");
            }
        }
    }

    void register(@Observes ManagementInterface management) {
        management.router().route().order(-Order.WHO).handler(this::decide);
    }

    private void decide(RoutingContext request) {
        request.response().headers().remove("Access-Control-Allow-Origin");
        if (!isMeant(request.request())) {
            Refusal.answer(request, MISDIRECTED);
        } else if (isOfAPage(request.request())) {
            Refusal.answer(request, BROWSER);
        } else {
            request.next();
        }
    }

    private boolean isMeant(HttpServerRequest request) {
        HostAndPort named = request.authority();
        int hosts = request.headers().getAll("Host").size();
        // Java's own client upgrades to HTTP/2 by itself, where the host stands in the request's authority only.
        boolean unclear = request.version() == HttpVersion.HTTP_2 ? hosts > 1 : hosts != 1;
        if (named == null || unclear) {
            return false;
        }
        String host = named.host();
        return host.equalsIgnoreCase(OF_THIS_MACHINE)
                || NetUtil.isValidIpV4Address(host)
                || NetUtil.isValidIpV6Address(host)
                || names().stream().anyMatch(host::equalsIgnoreCase);
    }

    /** {@code none}: a person typed the address. */
    private static boolean isOfAPage(HttpServerRequest request) {
        return request.headers().contains("Origin")
                || request.headers().getAll("Sec-Fetch-Site").stream().anyMatch(site -> !site.equals("none"));
    }

    private List<String> names() {
        return config.managementHosts().orElse(List.of());
    }
}
