package dev.foyer.base.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Both sides show a certificate. What is made from this follows the suppliers: the next handshake shows and believes what
 * they then give. Thread-safe.
 *
 * @param credentials who we are
 * @param authorities whom we believe
 */
public record MutualTls(Supplier<Credentials> credentials, Supplier<Authorities> authorities) {

    /** The only version that we speak: it hides the certificates, and both sides are ours. */
    public static final String PROTOCOL = "TLSv1.3";

    /** A ticket lives for seven days at most (RFC 8446, 4.6.1): for sessions that live longer, the JDK makes and takes none. */
    private static final int LONGER_THAN_A_TICKET = 8 * 24 * 60 * 60;

    /** Shows who we are, to clients and to servers. */
    public X509ExtendedKeyManager key() {
        return new OwnKey(credentials);
    }

    /** Believes anybody of our authorities; who it is must be looked at afterwards. */
    public X509ExtendedTrustManager anyPeer() {
        return new PeerTrust(authorities, Optional.empty());
    }

    /** Believes peers of that name only. */
    public X509ExtendedTrustManager peer(String name) {
        return new PeerTrust(authorities, Optional.of(name));
    }

    /** Whether a new handshake with that certificate would succeed now. */
    public boolean stillTrusts(X509Certificate[] chain) {
        try {
            anyPeer().checkClientTrusted(chain, chain[0].getPublicKey().getAlgorithm());
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    /** For a client that means that service, at whatever address. */
    public SSLContext clientOf(String name) {
        SSLContext context = with(name);
        withoutResumption(context.getClientSessionContext());
        return context;
    }

    /** For a server that lets nobody in but peers of that name; it must want a certificate. */
    public SSLContext serverFor(String name) {
        SSLContext context = with(name);
        withoutResumption(context.getServerSessionContext());
        return context;
    }

    private SSLContext with(String peer) {
        try {
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(new KeyManager[] {key()}, new TrustManager[] {peer(peer)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + PROTOCOL, e);
        }
    }

    /**
     * Every connection begins with a whole handshake. One that goes on with an earlier session shows and checks no
     * certificate, and the next may go on with that: a client that never rests would be believed for ever.
     */
    public static void withoutResumption(SSLSessionContext sessions) {
        sessions.setSessionTimeout(LONGER_THAN_A_TICKET);
    }

    /** Only our version. */
    public static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {PROTOCOL});
        return parameters;
    }

    @Override
    public String toString() {
        return "MutualTls" + credentials.get().names();
    }
}
