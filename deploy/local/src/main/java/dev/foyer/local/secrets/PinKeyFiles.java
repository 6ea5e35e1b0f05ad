package dev.foyer.local.secrets;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The key pairs that protect PINs and what is said about them, and the public halves that others need. Who changes a
 * private file by hand finds the public one changed at the next start.
 *
 * @param delivery notification-service's: PINs are sealed to it on their way to the mail
 * @param verification pin-service's: what callers say is sealed to it
 * @param verificationPublic for the gateway
 * @param pinSigning pin-service's: it signs deliveries and verifications
 * @param pinSigners for notification-service and meeting-service
 * @param notificationSigning notification-service's: it signs which delivery keys are its own
 * @param notificationSigners for pin-service
 * @param webhooks meeting-service's: the secrets of webhooks are sealed to it
 */
public record PinKeyFiles(
        Path delivery,
        Path verification,
        Path verificationPublic,
        Path pinSigning,
        Path pinSigners,
        Path notificationSigning,
        Path notificationSigners,
        Path webhooks) {

    private static final String DELIVERY = "delivery";

    static PinKeyFiles prepare(SecretFolder folder) {
        Path delivery = folder.writeOnce("delivery-keys-private.json", () -> EcKeys.generate(DELIVERY));
        String today = EcKeys.withPairInFront(text(delivery), DELIVERY);
        if (!today.equals(text(delivery))) {
            folder.write("delivery-keys-private.json", today);
        }
        Path verification = pair(folder, "pin-verification");
        Path pinSigning = pair(folder, "pin-signing");
        Path notificationSigning = pair(folder, "notification-signing");
        return new PinKeyFiles(
                delivery,
                verification,
                publicHalves(folder, "pin-verification", verification),
                pinSigning,
                publicHalves(folder, "pin-signing", pinSigning),
                notificationSigning,
                publicHalves(folder, "notification-signing", notificationSigning),
                pair(folder, "webhook"));
    }

    private static Path pair(SecretFolder folder, String name) {
        return folder.writeOnce(name + "-keys-private.json", () -> EcKeys.generate(name));
    }

    private static Path publicHalves(SecretFolder folder, String name, Path pairs) {
        return folder.write(name + "-keys-public.json", EcKeys.publicHalves(text(pairs)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotRun("Foyer cannot read its key file " + file + ".", e);
        }
    }
}
