package dev.foyer.pin.domain.tenant;

/** Why a tenant stays as it is. */
public sealed interface TenantRefusal {

    record PinLengthOutOfRange(int wanted) implements TenantRefusal {}

    record LogonAttemptsOutOfRange(int wanted) implements TenantRefusal {}

    record OrganizerAlertOutOfRange(int wanted) implements TenantRefusal {}

    /** Rule E6. */
    record CallSilenceOutOfRange(int wanted) implements TenantRefusal {}

    /** Its city, country or languages are none. */
    record ServiceNumberInvalid(String number) implements TenantRefusal {}

    /** Rule D3: override, address and display name belong together. */
    record SenderOverrideIncomplete() implements TenantRefusal {}

    /** What is no mail address, or no name for one, would make every mail fail. */
    record SenderInvalid() implements TenantRefusal {}

    /** The organization's name is no name that stands in one line of a mail. */
    record OrganizationNameInvalid() implements TenantRefusal {}

    /** Whom users ask is no mail address that every mail server takes. */
    record SupportContactInvalid() implements TenantRefusal {}

    /** Rule G3. @param why goes on after the name of the setting */
    record ReasonPatternInvalid(String why) implements TenantRefusal {}

    /** Nobody is asked for a reason. */
    record ReasonPatternWithoutReasons() implements TenantRefusal {}

    record LanguageUnknown(String tag) implements TenantRefusal {}

    /** A default must be one of the service numbers, of the right type. */
    record DefaultNumberNotOffered(String number) implements TenantRefusal {}

    record NumberListedTwice(String number) implements TenantRefusal {}

    /** Somebody else changed the settings since the caller looked. */
    record SettingsChangedMeanwhile() implements TenantRefusal {}

    /** It was removed; who comes again begins anew. */
    record TenantIsGone() implements TenantRefusal {}
}
