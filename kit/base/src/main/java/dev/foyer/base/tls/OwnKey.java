package dev.foyer.base.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Shows the credentials that are in force when a handshake begins. A handshake asks for an alias, then for key and chain by
 * that alias: the ones before are kept, so that a change between the questions mixes nothing.
 */
final class OwnKey extends X509ExtendedKeyManager {

    private final Supplier<Credentials> source;
    private volatile Credentials now;
    private volatile Credentials before;

    OwnKey(Supplier<Credentials> source) {
        this.source = source;
        this.now = source.get();
        this.before = now;
    }

    private String choose(String... keyTypes) {
        Credentials latest = latest();
        return Arrays.asList(keyTypes).contains(latest.key().getAlgorithm()) ? latest.alias() : null;
    }

    private synchronized Credentials latest() {
        Credentials latest = source.get();
        if (latest != now) {
            before = now;
            now = latest;
        }
        return latest;
    }

    private Credentials named(String alias) {
        return now.alias().equals(alias) ? now : before;
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return named(alias).key();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return named(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return choose(keyTypes);
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return choose(keyType);
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return choose(keyTypes);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return choose(keyType);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return aliases(keyType);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return aliases(keyType);
    }

    private String[] aliases(String keyType) {
        String alias = choose(keyType);
        return alias == null ? null : new String[] {alias};
    }
}
