package dev.foyer.base.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.authority.Authority;
import dev.foyer.authority.Issued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies in files, and what is wrong with it, in one sentence that quotes nothing. */
class CredentialsTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Authority AUTHORITY = Authority.create("test", Instant.now(), DAY);
    private static final Issued OWN = AUTHORITY.issue(Instant.now(), DAY, "pin-service", "another.example");

    @Test
    void theOrderDoesNotMatter() {
        assertEquals(List.of("pin-service", "another.example"), read(OWN.pem()).names());
        assertEquals(2, read(OWN.keyPem() + OWN.certificatePem()).names().size());
    }

    @Test
    void aChainBeginsWithTheOwnCertificate() {
        Credentials read = read(OWN.pem() + AUTHORITY.own().certificatePem());
        assertEquals(OWN.certificate(), read.chain().getFirst());
        assertEquals(2, read.chain().size());
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        Issued other = AUTHORITY.issue(Instant.now(), DAY, "pin-service");
        assertRefused("The file does not belong to its private key.", OWN.certificatePem() + other.keyPem());
        assertRefused("The file holds no certificate in PEM.", OWN.keyPem());
        assertRefused("The file must hold exactly one private key", OWN.certificatePem());
        assertRefused("The file must hold exactly one private key", OWN.pem() + other.keyPem());
        assertRefused(
                "The file holds a certificate that cannot be read.", OWN.pem().replaceFirst("MII", "XXX"));
    }

    @Test
    void whatIsNotValidNowIsRefused() {
        Issued expired = AUTHORITY.issue(Instant.now().minus(DAY), DAY.minusHours(1), "pin-service");
        assertRefused("The file has expired at ", expired.pem());
        Issued early = AUTHORITY.issue(Instant.now().plus(DAY), DAY, "pin-service");
        assertRefused("The file is not valid before ", early.pem());
    }

    @Test
    void aPeersCertificateIsNoAuthority() {
        var refused =
                assertThrows(IllegalStateException.class, () -> Authorities.read(OWN.certificatePem(), "The file"));
        assertEquals("The file holds a certificate that is no authority's.", refused.getMessage());
    }

    private static Credentials read(String pem) {
        return Credentials.read(pem, "The file");
    }

    private static void assertRefused(String sentence, String pem) {
        String said = assertThrows(IllegalStateException.class, () -> read(pem)).getMessage();
        assertEquals(sentence, said.substring(0, Math.min(said.length(), sentence.length())));
        assertFalse(said.contains("MII"), said);
    }
}
