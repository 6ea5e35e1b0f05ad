package dev.foyer.service.eventsourced.peers;

import dev.foyer.base.tls.MutualTls;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.spi.tls.DefaultSslContextFactory;
import io.vertx.core.spi.tls.SslContextFactory;
import javax.net.ssl.SSLException;

/**
 * The JDK's TLS, but nobody goes on with a session of before: that would spare the check of the peer's certificate, again
 * and again. Connections are kept, so handshakes are rare.
 */
final class WholeHandshakes extends JdkSSLEngineOptions {

    WholeHandshakes() {}

    private WholeHandshakes(WholeHandshakes other) {
        super(other);
    }

    @Override
    public WholeHandshakes copy() {
        return new WholeHandshakes(this);
    }

    @Override
    public SslContextFactory sslContextFactory() {
        return new DefaultSslContextFactory(SslProvider.JDK, false) {
            @Override
            public SslContext create() throws SSLException {
                SslContext context = super.create();
                MutualTls.withoutResumption(context.sessionContext());
                return context;
            }
        };
    }
}
