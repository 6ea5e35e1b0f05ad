package dev.foyer.ctl.client;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** One HTTP client for the process. */
final class Http {

    private static HttpClient plain;
    private static HttpClient secure;

    private Http() {}

    static synchronized HttpClient client(URI url) {
        if ("https".equals(url.getScheme())) {
            secure = secure == null ? builder().build() : secure;
            return secure;
        }
        plain = plain == null ? builder().sslContext(noTls()).build() : plain;
        return plain;
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
    }

    /** Without TLS nobody need be believed: reading the machine's certificates would take longer than the request. */
    private static SSLContext noTls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustsNobody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static CtlException away(URI url, IOException e) {
        String why = e instanceof SSLException ? "its certificate is not believed here" : "nobody answers there";
        return new CtlException(
                ExitCode.AWAY, "Cannot reach " + url + ": " + why + "; check the address, and that Foyer is running.");
    }

    private static final class TrustsNobody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws java.security.cert.CertificateException {
            throw new java.security.cert.CertificateException("No TLS here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws java.security.cert.CertificateException {
            throw new java.security.cert.CertificateException("No TLS here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
