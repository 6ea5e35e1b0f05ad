package dev.foyer.notification.mail;

import dev.foyer.notification.mail.smtp.Watched;
import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.TrustStoreConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What files say of the way to the mail server: our password there, which so stands in no setting and no environment, and the
 * authorities that its certificate may be of. Read once, at the start.
 */
final class MailServerFiles {

    private final MailerRuntimeConfig mailer;
    private final Optional<Path> passwordFile;
    private final Optional<Path> authoritiesFile;
    private final Optional<String> password;

    /**
     * @param mailer what {@code quarkus.mailer} says
     * @throws IllegalArgumentException with one sentence, when a file cannot be read, or says what would have no effect
     */
    MailServerFiles(MailConfig files, MailerRuntimeConfig mailer) {
        this.mailer = mailer;
        this.passwordFile = files.passwordFile();
        this.authoritiesFile = files.authoritiesFile();
        this.password = passwordFile.map(MailServerFiles::password).or(mailer::password);
        checkAccount();
        authoritiesFile.ifPresent(this::checkAuthorities);
    }

    /** The settings of {@code quarkus.mailer} with what the files say. */
    MailerRuntimeConfig mailer() {
        Map<String, Watched.Around> said = new HashMap<>();
        passwordFile.ifPresent(file -> said.put("password", call -> password));
        authoritiesFile.ifPresent(file -> said.put("truststore", call -> new Authorities(file)));
        return Watched.of(MailerRuntimeConfig.class, mailer, said);
    }

    /** The client signs in with both or not at all. */
    private void checkAccount() {
        if (passwordFile.isPresent() && mailer.password().isPresent()) {
            throw new IllegalArgumentException(
                    "foyer.mail.password-file and quarkus.mailer.password both say our password; leave one of them out.");
        }
        if (password.isPresent() && mailer.username().isEmpty()) {
            throw new IllegalArgumentException(
                    "The password of the mail server has no effect without quarkus.mailer.username; set that, too.");
        }
        if (mailer.username().isPresent() && password.isEmpty()) {
            throw new IllegalArgumentException("quarkus.mailer.username has no effect without a password; set"
                    + " foyer.mail.password-file to a file that has it and nothing else.");
        }
    }

    private void checkAuthorities(Path file) {
        if (!hasCertificates(file)) {
            throw new IllegalArgumentException(
                    "There is no certificate in PEM that can be read from " + file + " (foyer.mail.authorities-file).");
        }
        if (mailer.tlsConfigurationName().isPresent()
                || mailer.truststore().isConfigured()
                || mailer.keyStore().isPresent()
                || mailer.trustAll().orElse(false)) {
            throw new IllegalArgumentException(
                    "foyer.mail.authorities-file and a setting of quarkus.mailer both say which"
                            + " certificates the mail server may have; leave one of them out.");
        }
        boolean neverEncrypts = StartTLSOptions.DISABLED.name().equalsIgnoreCase(mailer.startTLS());
        if (neverEncrypts && !mailer.tls().orElse(false) && !mailer.ssl()) {
            throw new IllegalArgumentException(
                    "foyer.mail.authorities-file has no effect where nothing is encrypted; set"
                            + " quarkus.mailer.start-tls to REQUIRED, or quarkus.mailer.tls to true.");
        }
    }

    private static String password(Path file) {
        try {
            String password = Files.readString(file).strip();
            if (!password.isEmpty()) {
                return password;
            }
        } catch (IOException cannotBeRead) {
            // said below
        }
        throw new IllegalArgumentException(
                "The password of the mail server cannot be read from " + file + " (foyer.mail.password-file).");
    }

    private static boolean hasCertificates(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .isEmpty();
        } catch (IOException | CertificateException e) {
            return false;
        }
    }

    /** As the client wants to be told of them. */
    private record Authorities(Path file) implements TrustStoreConfig {

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> paths() {
            return Optional.of(List.of(file.toString()));
        }

        @Override
        public Optional<String> type() {
            return Optional.of("PEM");
        }
    }
}
