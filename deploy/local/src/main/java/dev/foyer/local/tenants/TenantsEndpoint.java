package dev.foyer.local.tenants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.foyer.base.Roles;
import dev.foyer.base.StrictJson;
import dev.foyer.base.TenantName;
import dev.foyer.base.text.Ids;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.local.CannotRun;
import dev.foyer.local.http.OrderlyStop;
import dev.foyer.local.http.RequestBody;
import dev.foyer.local.secrets.Accounts;
import dev.foyer.service.calls.CallClaims;
import dev.foyer.service.calls.CallRefused;
import dev.foyer.service.calls.CallVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The steps of {@link Tenants} over mutual TLS. Who has no certificate of the peer that the context believes does not get as
 * far as a request; and the peer has to show for each that an operator asks for that tenant, in signed claims. One who has
 * stolen the gateway's certificate alone can do nothing here.
 */
final class TenantsEndpoint implements AutoCloseable {

    /** Who claims are for, and the path of all there is. */
    static final String NAME = "tenants";

    private static final JsonMapper JSON = strict();
    private static final int MOST_BYTES = 64 * 1_024;
    private static final String BEARER = "Bearer ";

    /** As the gateway takes names of accounts. */
    private static final Pattern ACCOUNT = Pattern.compile(Ids.ACCOUNT);

    static {
        // Of the JDK's server, read once: nobody keeps connections of this process for long, or many of them.
        System.setProperty("jdk.httpserver.maxConnections", "50");
        System.setProperty("sun.net.httpserver.maxReqTime", "15");
        System.setProperty("sun.net.httpserver.maxRspTime", "120");
    }

    private final HttpsServer https;
    private final OrderlyStop stop;
    private final Tenants tenants;
    private final CallVerifier claims;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param account whether it gets one; @param administrator {@code null}: called as usual */
    record Wanted(boolean account, String administrator) {}

    record Users(Set<String> users) {}

    private record Answer(String tenant, Administrator administrator) {}

    private record Administrator(String name, String password) {
        @Override
        public String toString() {
            return "Administrator[" + name + "]";
        }
    }

    /**
     * @param port on loopback; 0: a free one
     * @param claims believes the gateway's signature
     */
    TenantsEndpoint(int port, SSLContext tls, CallVerifier claims, Tenants tenants) throws IOException {
        this.tenants = tenants;
        this.claims = claims;
        this.https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters own = MutualTls.parameters();
                own.setNeedClientAuth(true);
                parameters.setSSLParameters(own);
            }
        });
        https.setExecutor(threads);
        this.stop = OrderlyStop.of(https, https.createContext("/", this::serve));
    }

    void start() {
        https.start();
    }

    /** When this process is asked to end, what is under way is done and answered first. */
    void stopAtExit() {
        stop.atExit();
    }

    int port() {
        return https.getAddress().getPort();
    }

    /** As bodies are read everywhere. */
    private static JsonMapper strict() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        StrictJson.configure(mapper);
        return mapper;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                decide(exchange);
            } catch (Refused e) {
                problem(exchange, e);
            } catch (CannotRun e) {
                problem(exchange, new Refused(503, "tenants-not-now", "Not now", e.getMessage()));
            } catch (RuntimeException e) {
                e.printStackTrace(System.out);
                problem(exchange, new Refused(500, "unexpected", "Something went wrong", "The log says what."));
            }
        }
    }

    private void decide(HttpExchange exchange) throws IOException {
        // Whatever is answered: what is left of a body would be in the way of the connection's next request.
        Optional<byte[]> carried = RequestBody.read(exchange, MOST_BYTES);
        if (carried.isEmpty()) {
            return;
        }
        byte[] body = carried.get();
        String[] path = exchange.getRequestURI().getRawPath().split("/", -1);
        if (path.length < 3 || path.length > 4 || !path[0].isEmpty() || !path[1].equals(NAME)) {
            throw nothingHere();
        }
        String tenant = path[2]; // as it came: nothing of a tenant's name needs an encoding
        if (!TenantName.isValid(tenant)) {
            throw new Refused(400, "tenant-invalid", "No tenant can be called so", "Name it like contoso.com.");
        }
        CallClaims said = operator(exchange);
        if (!said.tenant().equals(tenant)) {
            throw new Refused(
                    404, "tenant-not-yours", "The claims are about another tenant", "Claim the one you name.");
        }
        String step = exchange.getRequestMethod() + (path.length == 4 ? " " + path[3] : "");
        System.out.println(step + " " + tenant + " by " + said.actor().name() + ", " + said.commandId());
        switch (step) {
            case "PUT" -> add(exchange, tenant, said.commandId(), read(body, Wanted.class));
            case "POST closing" -> {
                tenants.close(tenant);
                exchange.sendResponseHeaders(204, -1);
            }
            case "POST reading" -> exchange.sendResponseHeaders(tenants.isRead(tenant) ? 204 : 202, -1);
            case "POST unaddressable-users" -> {
                tenants.removeUsers(tenant, read(body, Users.class).users());
                exchange.sendResponseHeaders(204, -1);
            }
            case "DELETE" -> {
                tenants.drop(tenant);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> throw nothingHere();
        }
    }

    private static Refused nothingHere() {
        return new Refused(404, "not-found", "There is nothing here", "Look at the path and the method.");
    }

    /** Whoever it is, in the one role that may; told no more than that when not. */
    private CallClaims operator(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        try {
            CallClaims said = claims.verify(
                    header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null);
            if (!said.actor().role().equals(Roles.OPERATOR)) {
                throw new Refused(403, "role-missing", "Only an operator may do this", "Ask as an operator.");
            }
            return said;
        } catch (CallRefused e) {
            System.out.println("Claims are refused: " + e.reason());
            throw new Refused(401, "claims-refused", "Nobody believable asks", "Send the gateway's signed claims.");
        }
    }

    private void add(HttpExchange exchange, String tenant, String command, Wanted wanted) throws IOException {
        String name = wanted.administrator() == null ? Accounts.administratorOf(tenant) : wanted.administrator();
        if (!ACCOUNT.matcher(name).matches()) {
            throw new Refused(
                    400,
                    "administrator-invalid",
                    "No account can be called so",
                    "administrator is 1 to 128 letters, digits and @ . _ + - of an account that is not there yet.");
        }
        Tenants.Made made = tenants.add(tenant, Optional.of(name).filter(_ -> wanted.account()), command);
        answer(
                exchange,
                200,
                "application/json",
                new Answer(
                        tenant,
                        made.administrator()
                                .map(told -> new Administrator(told.name(), told.password()))
                                .orElse(null)));
    }

    private static <T> T read(byte[] body, Class<T> type) throws IOException {
        try {
            T read = JSON.readValue(body, type);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException _) {
            // said below, without what it was
        }
        throw new Refused(400, "malformed-json", "The body cannot be read", "Send what this step takes.");
    }

    private static void problem(HttpExchange exchange, Refused e) throws IOException {
        answer(
                exchange,
                e.status(),
                "application/problem+json",
                Map.of(
                        "type",
                        "/problems/" + e.type(),
                        "title",
                        e.title(),
                        "status",
                        e.status(),
                        "detail",
                        e.getMessage()));
    }

    private static void answer(HttpExchange exchange, int status, String type, Object content) throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        stop.stop();
        threads.shutdownNow();
    }
}
