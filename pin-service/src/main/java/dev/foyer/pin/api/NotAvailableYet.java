package dev.foyer.pin.api;

import dev.foyer.base.Problem;
import dev.foyer.pin.domain.tenant.MeetingSettings.EntryExitAnnouncements;
import dev.foyer.pin.domain.tenant.TenantSettings;
import java.util.List;
import java.util.function.Function;

/**
 * Values of settings that nothing follows yet: whoever chose one would believe in something that does not happen. Each goes
 * from here with the part that follows it. What is stored already stays, and may be set back.
 */
final class NotAvailableYet {

    private static final List<Value> VALUES = List.of(
            new Value("organizerAlertMinutes", "null", one -> one.meetings().organizerAlertMinutes() != null),
            new Value(
                    "entryExitAnnouncements",
                    "USE_NAMES",
                    one -> one.meetings().entryExitAnnouncements() != EntryExitAnnouncements.USE_NAMES),
            new Value("nameRecording", "true", one -> !one.meetings().nameRecording()));

    /** @param only what it may be until then; @param chosen whether settings have another one */
    private record Value(String setting, String only, Function<TenantSettings, Boolean> chosen) {}

    private NotAvailableYet() {}

    /**
     * @param seen what the change was made from
     * @throws Problem.ProblemException 400 that names the setting, when the change chooses such a value
     */
    static void check(TenantSettings seen, TenantSettings wanted) {
        for (Value value : VALUES) {
            if (value.chosen().apply(wanted) && !value.chosen().apply(seen)) {
                throw Problem.of(
                                400,
                                "setting-not-available-yet",
                                "A setting is not available yet",
                                value.setting() + " can only be " + value.only()
                                        + " in this version: nothing would follow another value yet.")
                        .exception();
            }
        }
    }
}
