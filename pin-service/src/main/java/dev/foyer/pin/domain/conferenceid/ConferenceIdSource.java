package dev.foyer.pin.domain.conferenceid;

/** Where candidates for conference IDs come from: nobody outside can foresee them. Thread-safe. */
@FunctionalInterface
public interface ConferenceIdSource {

    /** @return 7 digits, the first is not 0 */
    String candidate();
}
