package dev.foyer.testing;

import dev.foyer.authority.Authority;
import dev.foyer.authority.Issued;
import dev.foyer.base.tls.Authorities;
import dev.foyer.base.tls.Credentials;
import dev.foyer.base.tls.MutualTls;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** An authority of one test, and peers that have their names from it. */
public record CertifiedPeers(Authority authority) {

    private static final Duration DAY = Duration.ofDays(1);

    /** Another one each time, which believes none of the others. */
    public static CertifiedPeers create() {
        return new CertifiedPeers(Authority.create("Authority of a test", Instant.now(), DAY));
    }

    /** Valid for a day. */
    public Issued issue(String... names) {
        return authority.issue(Instant.now(), DAY, names);
    }

    /** Was valid until an hour ago. */
    public Issued expired(String name) {
        return authority.issue(Instant.now().minus(DAY), DAY.minusHours(1), name);
    }

    /** What a peer shows and believes who has this certificate. */
    public MutualTls tls(Issued own) {
        return tls(own, this);
    }

    /** @param believed instead of its own authority */
    public static MutualTls tls(Issued own, CertifiedPeers believed) {
        // Not by Credentials.read, which refuses what has expired.
        Credentials credentials = new Credentials(own.key(), List.of(own.certificate()));
        Authorities authorities = Authorities.read(believed.pem(), "The authority of the test");
        return new MutualTls(() -> credentials, () -> authorities);
    }

    /** For a server that believes any peer, and lets nobody go on with an earlier session, as ours do. */
    public static SSLContext server(MutualTls tls) {
        SSLContext context = context(new KeyManager[] {tls.key()}, tls);
        MutualTls.withoutResumption(context.getServerSessionContext());
        return context;
    }

    /** For a client that would go on with an earlier session if the server let it. */
    public static SSLContext resuming(MutualTls tls) {
        return context(new KeyManager[] {tls.key()}, tls);
    }

    /** For a client that has nothing to show. */
    public SSLContext withoutCertificate() {
        return context(null, tls(issue("nobody")));
    }

    private static SSLContext context(KeyManager[] keys, MutualTls tls) {
        try {
            SSLContext context = SSLContext.getInstance(MutualTls.PROTOCOL);
            context.init(keys, new TrustManager[] {tls.anyPeer()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The authority's certificate. */
    public String pem() {
        return authority.own().certificatePem();
    }
}
