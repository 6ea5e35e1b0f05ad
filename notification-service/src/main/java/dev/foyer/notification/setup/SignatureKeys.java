package dev.foyer.notification.setup;

import dev.foyer.service.keys.EcKeySet;
import dev.foyer.service.keys.WatchedFile;

/**
 * Keys of signatures, as files that are watched.
 *
 * @param ours with which we sign, all of them known as ours
 * @param pinService whose deliveries we mail
 */
record SignatureKeys(WatchedFile<EcKeySet> ours, WatchedFile<EcKeySet> pinService) {}
