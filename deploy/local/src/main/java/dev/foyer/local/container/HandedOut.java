package dev.foyer.local.container;

import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.SecretFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * For each container a folder with the secrets that are its own, and no others: the gateway is where people come in, and must not have what
 * PINs are verified with. They are copies; a change of the originals reaches them when keys are made once more.
 */
public final class HandedOut {

    private static final String SINK = "smtp";

    private static final Map<String, List<String>> FILES = Map.of(
            "pin-service",
            List.of(
                    "gateway-keys-public.json",
                    "pin-service-instance-keys.json",
                    "pepper.json",
                    "pin-signing-keys-private.json",
                    "pin-verification-keys-private.json",
                    "notification-signing-keys-public.json"),
            "notification-service",
            List.of(
                    "gateway-keys-public.json",
                    "notification-service-instance-keys.json",
                    "delivery-keys-private.json",
                    "notification-signing-keys-private.json",
                    "pin-signing-keys-public.json"),
            "meeting-service",
            List.of(
                    "gateway-keys-public.json",
                    "meeting-service-instance-keys.json",
                    "pin-signing-keys-public.json",
                    "webhook-keys-private.json"),
            "admin-gateway",
            List.of("gateway-keys-private.json", "pin-verification-keys-public.json", "session-key", "accounts.json"));

    private HandedOut() {}

    /** Where those of a container are, which sees nothing else of them. */
    public static Path folder(Home home, String container) {
        return home.root().resolve("for").resolve(container);
    }

    /** Makes all folders as they should be. */
    public static void of(Home home) {
        FILES.forEach((service, files) -> {
            SecretFolder own = new SecretFolder(folder(home, service));
            files.forEach(file -> copy(home, file, own));
            copy(home, "tls-" + service + ".pem", own);
            copy(home, "tls-authorities.pem", own);
            new SecretFolder(folder(home, service).resolve("kafka"))
                    .write(service, text(home.brokerUsers().resolve(service)));
        });
        copy(home, "mail-password", new SecretFolder(folder(home, SINK)));
    }

    private static void copy(Home home, String file, SecretFolder own) {
        own.write(file, text(home.secrets().resolve(file)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
