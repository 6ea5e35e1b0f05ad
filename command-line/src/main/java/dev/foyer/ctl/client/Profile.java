package dev.foyer.ctl.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * Where, and as whom.
 *
 * @param name of the environment, as {@code production}
 */
public record Profile(String name, URI url, SignIn signIn) {

    /** The name of the one that variables of the environment make. */
    static final String OF_ENVIRONMENT = "environment";

    /** How the gateway is told who we are. Prints no secret. */
    public sealed interface SignIn {

        /** For the header {@code Authorization}. */
        String header();
    }

    /** An embedded account. */
    public record Basic(String account, String password) implements SignIn {

        @Override
        public String header() {
            byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }

        @Override
        public String toString() {
            return "account " + account;
        }
    }

    /** A token that somebody else got. */
    public record Token(String token) implements SignIn {

        @Override
        public String header() {
            return "Bearer " + token;
        }

        @Override
        public String toString() {
            return "an access token";
        }
    }

    /** A company's, by the device flow; {@code refresh} may be empty. */
    public record Company(URI issuer, String clientId, String scope, String access, String refresh, Instant expires)
            implements SignIn {

        /** Who we are, and what renews it. */
        public static final String USUAL_SCOPE = "openid offline_access";

        @Override
        public String header() {
            return "Bearer " + access;
        }

        @Override
        public String toString() {
            return "the company " + issuer;
        }
    }

    /** The line that signs in here again, as the same. */
    public String loginLine() {
        String how = switch (signIn) {
            case Basic(String account, String _) -> " --account " + account;
            case Company company ->
                " --issuer " + company.issuer() + " --client-id " + company.clientId()
                        + (company.scope().equals(Company.USUAL_SCOPE) ? "" : " --scope '" + company.scope() + "'");
            case Token _ -> "";
        };
        return "foyerctl login " + url + how + " --profile " + name;
    }

    /** The same with another sign-in. */
    public Profile with(SignIn other) {
        return new Profile(name, url, other);
    }

    /** Throws one of the JDK's exceptions when something in it is none. */
    static Profile read(String name, JsonNode json) {
        JsonNode in = json.path("signIn");
        SignIn signIn = switch (in.path("kind").asText()) {
            case "basic" ->
                new Basic(in.path("account").asText(), in.path("password").asText());
            case "company" ->
                new Company(
                        URI.create(in.path("issuer").asText()),
                        in.path("clientId").asText(),
                        in.path("scope").asText(Company.USUAL_SCOPE),
                        in.path("access").asText(),
                        in.path("refresh").asText(),
                        Instant.parse(in.path("expires").asText()));
            default -> new Token(in.path("token").asText());
        };
        return new Profile(name, URI.create(json.path("url").asText()), signIn);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("url", url.toString());
        ObjectNode in = json.putObject("signIn");
        switch (signIn) {
            case Basic basic ->
                in.put("kind", "basic").put("account", basic.account()).put("password", basic.password());
            case Token token -> in.put("kind", "token").put("token", token.token());
            case Company company ->
                in.put("kind", "company")
                        .put("issuer", company.issuer().toString())
                        .put("clientId", company.clientId())
                        .put("scope", company.scope())
                        .put("access", company.access())
                        .put("refresh", company.refresh())
                        .put("expires", company.expires().toString());
        }
        return json;
    }
}
