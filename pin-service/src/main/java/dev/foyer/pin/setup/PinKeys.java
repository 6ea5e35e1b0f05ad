package dev.foyer.pin.setup;

import dev.foyer.pin.crypto.PepperSource;
import dev.foyer.pin.inbound.DeliveryKeysTable;
import dev.foyer.service.keys.EcKeyFiles;
import dev.foyer.service.keys.EcKeySet;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.TrustedSigners;
import dev.foyer.service.keys.WatchedFile;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;

/** All keys of this service: those in files that the configuration names, and those that others publish. */
final class PinKeys {

    private final PepperSource pepper;
    private final WatchedFile<EcKeySet> signing;
    private final WatchedFile<EcKeySet> verification;
    private final WatchedFile<EcKeySet> notificationSigners;
    private final DeliveryKeysTable delivery;

    /** Bad keys stop the start; later ones are only refused. */
    PinKeys(PinConfig config) {
        this.pepper = pepper(config);
        this.signing = EcKeyFiles.pairs(config.signingKeysFile(), "foyer.signing-keys-file");
        this.verification = EcKeyFiles.pairs(config.verificationKeysFile(), "foyer.verification-keys-file");
        this.notificationSigners =
                EcKeyFiles.publicHalves(config.notificationSignersFile(), "foyer.notification-signers-file");
        this.delivery = new DeliveryKeysTable(new TrustedSigners(notificationSigners));
    }

    private static PepperSource pepper(PinConfig config) {
        try {
            return PepperSource.of(config.pepperFile(), config.pepper());
        } catch (IllegalStateException e) {
            throw new ConfigurationException(e.getMessage()); // Quarkus ends the start with the sentence alone
        }
    }

    PepperSource pepper() {
        return pepper;
    }

    WatchedFile<EcKeySet> signing() {
        return signing;
    }

    WatchedFile<EcKeySet> verification() {
        return verification;
    }

    WatchedFile<EcKeySet> notificationSigners() {
        return notificationSigners;
    }

    DeliveryKeysTable delivery() {
        return delivery;
    }

    void watch(KeyFileWatch watch, Duration interval) {
        watch.report("pepper", pepper::problem);
        watch.report("signing", signing::problem);
        watch.report("verification", verification::problem);
        watch.report("notification-signers", notificationSigners::problem);
        watch.report("delivery", delivery::problem);
        watch.age("pepper", () -> pepper.get().currentMadeAt());
        watch.age("signing", () -> signing.get().currentMadeAt());
        watch.age("verification", () -> verification.get().currentMadeAt());
        watch.every(interval, pepper::look);
        watch.every(interval, signing::look);
        watch.every(interval, verification::look);
        watch.every(interval, notificationSigners::look);
    }
}
