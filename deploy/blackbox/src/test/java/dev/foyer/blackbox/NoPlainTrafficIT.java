package dev.foyer.blackbox;

import dev.foyer.local.process.Component;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packaged service that would speak to others in clear, or not prove who it is, does not start. */
@Tag("case-S2")
@Order(2) // while the Foyer of the desks starts: these take their time and ask nobody
class NoPlainTrafficIT {

    @TempDir
    Path folder;

    @Test
    void withoutACertificate() throws Exception {
        new RefusedStart(Component.MEETING_SERVICE, folder)
                .without("FOYER_TLS_CERTIFICATE_FILE", "FOYER_TLS_KEY_FILE", "FOYER_TLS_AUTHORITIES_FILE")
                .saying("There is no certificate to prove to other services who we are; set foyer.tls.certificate-file,"
                        + " foyer.tls.key-file and foyer.tls.authorities-file.");
    }

    @Test
    void withAnotherServicesCertificate() throws Exception {
        Path other = folder.resolve("secrets/tls-pin-service.pem");
        new RefusedStart(Component.MEETING_SERVICE, folder)
                .with(Map.of("FOYER_TLS_CERTIFICATE_FILE", other.toString(), "FOYER_TLS_KEY_FILE", other.toString()))
                .saying(
                        "carries the names [pin-service] and not meeting-service, by which the other services know us.");
    }

    @Test
    void withAnOpenDoorBesideTheOther() throws Exception {
        new RefusedStart(Component.MEETING_SERVICE, folder)
                .with(Map.of("QUARKUS_HTTP_INSECURE_REQUESTS", "enabled"))
                .saying("Services answer each other over mutual TLS only; leave quarkus.http.insecure-requests at"
                        + " disabled and quarkus.http.tls-configuration-name at internal.");
    }

    @Test
    void withAnAddressInClear() throws Exception {
        new RefusedStart(Component.MEETING_SERVICE, folder)
                .with(Map.of("FOYER_INSTANCE_URL", "http://10.0.0.7:8083"))
                .saying(
                        "Other instances would send commands in clear to http://10.0.0.7:8083 (foyer.instance-url); it must"
                                + " be an https address.");
    }

    @Test
    void aGatewayThatWouldSendPinsInClear() throws Exception {
        new RefusedStart(Component.ADMIN_GATEWAY, folder)
                .with(Map.of("FOYER_PIN_SERVICE_URL", "http://127.0.0.1:8081"))
                .saying(
                        "The address http://127.0.0.1:8081 of pin-service (foyer.pin-service-url) is not https, and services"
                                + " are spoken to over mutual TLS only.");
    }
}
