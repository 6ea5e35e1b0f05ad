package dev.foyer.service.tls;

import dev.foyer.base.tls.MutualTls;
import io.quarkus.tls.runtime.KeyStoreAndKeyCertOptions;
import io.quarkus.tls.runtime.KeyStoreProvider;
import io.quarkus.tls.runtime.TrustStoreAndTrustOptions;
import io.quarkus.tls.runtime.TrustStoreProvider;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What Quarkus' TLS registry gets from us. The managers in it look at the files' present content at each handshake, so
 * nothing has to be told of a change: neither the registry, nor servers and clients that have long copied their options.
 */
public final class FollowingOptions {

    private FollowingOptions() {}

    /** Shows who we are; nothing when there is nothing to show. */
    public static KeyStoreProvider own(Optional<MutualTls> tls) {
        return vertx -> tls.map(mutual -> new KeyStoreAndKeyCertOptions(empty(), KeyCertOptions.wrap(mutual.key())))
                .orElse(null);
    }

    /** Believes what the manager believes; nothing when there is none. */
    public static TrustStoreProvider trust(Optional<X509ExtendedTrustManager> manager) {
        return vertx -> manager.map(trust -> new TrustStoreAndTrustOptions(empty(), TrustOptions.wrap(trust)))
                .orElse(null);
    }

    /** The registry wants one; nobody looks into it. */
    private static KeyStore empty() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
