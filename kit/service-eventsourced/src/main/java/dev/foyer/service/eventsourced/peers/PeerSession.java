package dev.foyer.service.eventsourced.peers;

import dev.foyer.base.tls.Authorities;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.base.tls.PeerNames;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Who is at the other end of a connection, kept with it. Looked at again when other authorities are believed: a handshake
 * of yesterday is no reason to believe anybody today.
 *
 * @param names of the peer; none when it is not believed
 * @param believed the authorities by which that was found
 */
record PeerSession(List<String> names, Authorities believed) {

    private static final String KEY = PeerSession.class.getName();

    /** @param session of the connection, {@code null} when it has none */
    static List<String> names(SSLSession session, MutualTls tls) {
        if (session == null) {
            return List.of();
        }
        Authorities now = tls.authorities().get();
        if (session.getValue(KEY) instanceof PeerSession known && known.believed() == now) {
            return known.names();
        }
        List<String> names = ask(session, tls);
        session.putValue(KEY, new PeerSession(names, now));
        return names;
    }

    private static List<String> ask(SSLSession session, MutualTls tls) {
        try {
            X509Certificate[] chain = (X509Certificate[]) session.getPeerCertificates();
            return tls.stillTrusts(chain) ? PeerNames.of(chain[0]) : List.of();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }
}
