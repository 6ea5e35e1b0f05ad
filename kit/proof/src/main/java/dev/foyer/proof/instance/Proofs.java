package dev.foyer.proof.instance;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Credential;
import dev.foyer.eventsourcing.ForwardedCommandVerifier;
import dev.foyer.eventsourcing.internal.routing.Transport;
import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.service.calls.CallClaims;
import dev.foyer.service.calls.CallRefused;
import dev.foyer.service.calls.CallSigner;
import dev.foyer.service.calls.CallVerifier;
import dev.foyer.service.calls.GatewayKeys;
import dev.foyer.service.calls.InstanceProof;
import dev.foyer.service.calls.SigningKey;
import dev.foyer.service.keys.OctKeySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How instances of our services believe each other: mutual TLS, a proof with each request, a token of the gateway with each
 * command. For a run that measures what that costs. Thread-safe.
 */
public final class Proofs {

    /** As which of our services the instances of a run show themselves. */
    private static final String SERVICE = "pin-service";

    private static final String GATEWAY = "admin-gateway";
    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final Duration RENEWED = Duration.ofSeconds(5);

    private final Secrets secrets;
    private final InstanceProof instances;
    private final CallSigner signer;
    private final CallVerifier verifier;
    private volatile Token token = new Token(null, Instant.MIN);

    private record Token(Credential credential, Instant at) {}

    /** @param home whose secrets are used; all processes of the run have the same */
    public Proofs(Home home) {
        secrets = Secrets.prepare(home, Map.of());
        OctKeySet keys = OctKeySet.read(text(secrets.instanceKeys().get(SERVICE)), "The run", Optional.empty());
        instances = new InstanceProof(() -> keys, SERVICE, SKEW, InstantSource.system());
        SigningKey own = SigningKey.read(text(secrets.gatewayPrivateKeys()), "The run");
        signer = new CallSigner(() -> own, GATEWAY, LIFE, InstantSource.system());
        GatewayKeys known = GatewayKeys.read(text(secrets.gatewayPublicKeys()), "The run");
        verifier = new CallVerifier(() -> known, GATEWAY, SERVICE, SKEW).forPassedOn(LIFE);
    }

    /** With a token of that moment: a gateway would sign each request, which is not what is measured here. */
    public CommandMeta signed(CommandMeta meta) {
        Token now = token;
        if (now.at().isBefore(Instant.now().minus(RENEWED))) {
            String signed = signer.sign(
                    SERVICE, new CallClaims("contoso.com", meta.actor(), meta.commandId(), meta.correlationId()));
            now = new Token(new Credential(signed), Instant.now());
            token = now;
        }
        return meta.withCredential(now.credential());
    }

    Transport transport(String url) {
        return Transport.mutual(secrets.certificates().client(SERVICE, SERVICE), Transport.sameHost(url))
                .provedBy((body, request) -> request.header(InstanceProof.HEADER, instances.of(body)));
    }

    SSLContext server() {
        return secrets.certificates().server(SERVICE, SERVICE);
    }

    boolean believes(String shown, byte[] body) {
        return instances.believes(shown, body);
    }

    ForwardedCommandVerifier verifier() {
        return (id, command, meta) -> meta.credential() != null
                && isFrom(meta.actor(), meta.credential().value());
    }

    private boolean isFrom(Actor actor, String signed) {
        try {
            return verifier.verify(signed).actor().equals(actor);
        } catch (CallRefused e) {
            return false;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
