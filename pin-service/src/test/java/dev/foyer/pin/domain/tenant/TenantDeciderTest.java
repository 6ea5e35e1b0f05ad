package dev.foyer.pin.domain.tenant;

import static dev.foyer.pin.domain.tenant.Settings.with;
import static dev.foyer.pin.domain.tenant.TenantSettings.DEFAULT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.pin.domain.tenant.ServiceNumber.Type;
import dev.foyer.pin.domain.tenant.TenantCommand.AddTenant;
import dev.foyer.pin.domain.tenant.TenantCommand.RemoveTenant;
import dev.foyer.pin.domain.tenant.TenantCommand.ReplaceSettings;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingChange;
import dev.foyer.pin.domain.tenant.TenantEvent.SettingsChanged;
import dev.foyer.pin.domain.tenant.TenantEvent.TenantAdded;
import dev.foyer.pin.domain.tenant.TenantEvent.TenantRemoved;
import dev.foyer.pin.domain.tenant.TenantRefusal.DefaultNumberNotOffered;
import dev.foyer.pin.domain.tenant.TenantRefusal.LanguageUnknown;
import dev.foyer.pin.domain.tenant.TenantRefusal.LogonAttemptsOutOfRange;
import dev.foyer.pin.domain.tenant.TenantRefusal.NumberListedTwice;
import dev.foyer.pin.domain.tenant.TenantRefusal.PinLengthOutOfRange;
import dev.foyer.pin.domain.tenant.TenantRefusal.SenderOverrideIncomplete;
import dev.foyer.pin.domain.tenant.TenantRefusal.SettingsChangedMeanwhile;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether there is a tenant, and which settings it may have. */
class TenantDeciderTest {

    private static final ServiceNumber MILANO = new ServiceNumber("+390212345678", Type.TOLL, "Milano", "IT", null);
    private static final ServiceNumber FREE = new ServiceNumber("+39800123456", Type.TOLL_FREE, null, "IT", null);
    private static final TenantSettings NUMBERS = with("serviceNumbers", List.of(MILANO, FREE));

    private static final Instant NOW = Instant.parse("2026-11-26T10:15:30Z");

    @Test
    void whoIsAddedIsThereOnce() {
        given().when(new AddTenant(), NOW).thenEvents(new TenantAdded(false, NOW));
        given(new TenantAdded(false, NOW)).when(new AddTenant(), NOW).thenEvents();
    }

    @Test
    void whoIsRemovedIsGoneOnceAlsoWhenNobodySaidThatItIsThere() {
        given().when(new RemoveTenant(), NOW).thenEvents(new TenantRemoved(NOW));
        given(new TenantAdded(false, NOW)).when(new RemoveTenant(), NOW).thenEvents(new TenantRemoved(NOW));
        given(new TenantRemoved(NOW)).when(new RemoveTenant(), NOW).thenEvents();
    }

    @Test
    void whoComesAgainInheritsNothing() {
        TenantSettings eight = with("pinLength", 8);
        var coming = given(new SettingsChanged(eight, List.of()), new TenantRemoved(NOW))
                .when(new AddTenant(), NOW)
                .thenEvents(
                        new TenantAdded(true, NOW),
                        new SettingsChanged(DEFAULT, List.of(new SettingChange("pinLength", "8", "5"))));
        assertEquals(new Tenant(Tenant.Presence.THERE, DEFAULT), coming.stateAfter());
        given(new TenantRemoved(NOW)).when(new AddTenant(), NOW).thenEvents(new TenantAdded(true, NOW));
    }

    /** A tenant of the configuration that is said to be there has what it had. */
    @Test
    void whoWasThereWithoutBeingAddedKeepsItsSettings() {
        given(new SettingsChanged(with("pinLength", 8), List.of()))
                .when(new AddTenant(), NOW)
                .thenEvents(new TenantAdded(false, NOW));
    }

    @Test
    void whoIsGoneChangesNothing() {
        given(new TenantRemoved(NOW))
                .when(new ReplaceSettings(DEFAULT, with("pinLength", 8)), NOW)
                .thenRefused(new TenantRefusal.TenantIsGone());
    }

    @Test
    void aChangeCarriesAllSettingsAndWhatChanged() {
        TenantSettings eight = with("pinLength", 8);
        var changing = given().when(new ReplaceSettings(DEFAULT, eight), null)
                .thenEvents(new SettingsChanged(eight, List.of(new SettingChange("pinLength", "5", "8"))));
        assertEquals(new TenantAnswer.Settings(eight), changing.answer());
        assertEquals(eight, changing.stateAfter().settings());
    }

    @Test
    void noChangeIsNoEvent() {
        given().when(new ReplaceSettings(DEFAULT, with("pinLength", 5)), null).thenEvents();
    }

    @Test
    @Tag("F")
    void everySettingThatDiffersIsNamedInTheChange() {
        var event = (SettingsChanged) given().when(new ReplaceSettings(DEFAULT, Settings.EVERYTHING), null)
                .events()
                .getFirst();
        assertEquals(
                Stream.of(TenantSettings.class.getRecordComponents())
                        .flatMap(group -> Stream.of(group.getType().getRecordComponents()))
                        .map(RecordComponent::getName)
                        .toList(),
                event.changes().stream().map(SettingChange::name).toList());
    }

    /** It is in the public events: no class or field name may be. */
    @Test
    @Tag("F")
    void theAuditSaysNumbersAndSwitchesInWordsOfItsOwn() {
        assertEquals(
                "+390212345678 TOLL Milano IT; +39800123456 TOLL_FREE IT",
                SettingText.of(NUMBERS.numbers().serviceNumbers()));
        assertEquals("", SettingText.of(List.of()));
        assertEquals(
                "welcome=true informationChanged=false pinReset=true turnedOff=false pinLocked=true somebodyWaits=false",
                SettingText.of(Settings.EVERYTHING.mails().emailSwitches()));
        assertEquals("VIEW_ONCE_LINK", SettingText.of(Settings.EVERYTHING.pins().pinMail()));
    }

    @Test
    void whatIsNotSetAnyMoreHasNoNewValue() {
        TenantSettings ten = with("maximumLogonAttempts", 10);
        var changing = DeciderTester.given(new TenantDecider(), List.of(new SettingsChanged(ten, List.of())))
                .when(new ReplaceSettings(ten, DEFAULT), null);
        changing.thenEvents(
                new SettingsChanged(DEFAULT, List.of(new SettingChange("maximumLogonAttempts", "10", null))));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotUndone() {
        TenantSettings eight = with("pinLength", 8);
        DeciderTester.given(new TenantDecider(), List.of(new SettingsChanged(eight, List.of())))
                .when(new ReplaceSettings(DEFAULT, with("phoneSafePins", true)), null)
                .thenRefused(new SettingsChangedMeanwhile());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 13})
    @Tag("A1")
    void aPinHasFourToTwelveDigits(int length) {
        refused(with("pinLength", length), new PinLengthOutOfRange(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12})
    @Tag("A1")
    void fourAndTwelveAreAllowed(int length) {
        accepted(with("pinLength", length));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100})
    @Tag("B2")
    void logonAttemptsAreOneTo99(int attempts) {
        refused(with("maximumLogonAttempts", attempts), new LogonAttemptsOutOfRange(attempts));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99})
    @Tag("B2")
    void oneAnd99AreAllowed(int attempts) {
        accepted(with("maximumLogonAttempts", attempts));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1441})
    @Tag("E7")
    void anAlertComesAfterAMinuteToADay(int minutes) {
        refused(with("organizerAlertMinutes", minutes), new TenantRefusal.OrganizerAlertOutOfRange(minutes));
        accepted(with("organizerAlertMinutes", 1));
        accepted(with("organizerAlertMinutes", 1440));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1441})
    @Tag("E6")
    void aCallMayBeSilentForAMinuteToADay(int minutes) {
        refused(with("callSilence", minutes), new TenantRefusal.CallSilenceOutOfRange(minutes));
        accepted(with("callSilence", 1));
        accepted(with("callSilence", 1440));
    }

    @Test
    @Tag("D1")
    void aMailGoesOutByItselfWhenBothSwitchesAreOn() {
        var noReset = with("emailSwitches", new MailSettings.EmailSwitches(null, null, false, null, null, null));
        assertEquals(true, noReset.mails().sendsWelcome());
        assertEquals(false, noReset.mails().sendsPinReset());
        var noWelcome = with("emailSwitches", new MailSettings.EmailSwitches(false, null, null, null, null, null));
        assertEquals(false, noWelcome.mails().sendsWelcome());
        assertEquals(true, noWelcome.mails().sendsPinReset());
        assertEquals(
                false, with("automaticallySendEmailsToUsers", false).mails().sendsWelcome());
        assertEquals(
                false, with("automaticallySendEmailsToUsers", false).mails().sendsPinReset());
    }

    @Test
    @Tag("C4")
    void aServiceNumberHasARealCountryAndRealLanguages() {
        refusedNumber(null, "XX", null);
        refusedNumber(null, "Italy", null);
        refusedNumber("Mila\u0007no", null, null);
        refusedNumber(null, null, List.of("italiano!"));
        refusedNumber(null, null, List.of("it", "en", "de", "fr", "es", "pt"));
        accepted(with("serviceNumbers", List.of(number("Milano", "IT", List.of("it", "en", "de", "fr", "es")))));
    }

    private static void refusedNumber(String city, String country, List<String> languages) {
        ServiceNumber number = number(city, country, languages);
        refused(with("serviceNumbers", List.of(number)), new TenantRefusal.ServiceNumberInvalid(number.number()));
    }

    private static ServiceNumber number(String city, String country, List<String> languages) {
        return new ServiceNumber(MILANO.number(), Type.TOLL, city, country, languages);
    }

    @Test
    @Tag("D3")
    void aSenderOverrideNeedsAddressAndDisplayName() {
        TenantSettings override = with("sendEmailFromOverride", true);
        TenantSettings addressed = with(override, "sendEmailFromAddress", "conferencing@contoso.com");
        refused(override, new SenderOverrideIncomplete());
        refused(addressed, new SenderOverrideIncomplete());
        refused(with(override, "sendEmailFromDisplayName", "Contoso"), new SenderOverrideIncomplete());
        refused(with(addressed, "sendEmailFromDisplayName", " "), new SenderOverrideIncomplete());
        accepted(with(addressed, "sendEmailFromDisplayName", "Contoso"));
    }

    @Test
    @Tag("D3")
    void aSenderThatNoServerTakesIsRefused() {
        refused(with("sendEmailFromAddress", "not an address>"), new TenantRefusal.SenderInvalid());
        refused(with("sendEmailFromDisplayName", "Contoso\r\nBcc: x@example.org"), new TenantRefusal.SenderInvalid());
    }

    @Test
    @Tag("D3")
    void anAddressMayWaitForTheOverride() {
        accepted(with("sendEmailFromAddress", "conferencing@contoso.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "english!", "en_GB", "it--IT"})
    @NullSource
    @Tag("D4")
    void theDefaultLanguageIsALanguageTag(String tag) {

        refused(with("defaultLanguage", tag), new LanguageUnknown(String.valueOf(tag)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "it-IT", "zh-Hant-TW"})
    @Tag("D4")
    void languageTagsAreAllowed(String tag) {
        accepted(with("defaultLanguage", tag));
    }

    @Test
    @Tag("C4")
    void aDefaultNumberIsOneOfTheTenantsOfThatType() {
        accepted(with(with(NUMBERS, "defaultServiceNumber", MILANO.number()), "defaultTollFreeNumber", FREE.number()));
        refused(with("defaultServiceNumber", MILANO.number()), new DefaultNumberNotOffered(MILANO.number()));
        refused(with(NUMBERS, "defaultServiceNumber", FREE.number()), new DefaultNumberNotOffered(FREE.number()));
        refused(with(NUMBERS, "defaultTollFreeNumber", MILANO.number()), new DefaultNumberNotOffered(MILANO.number()));
    }

    @Test
    @Tag("C4")
    void aNumberIsListedOnce() {
        var again = new ServiceNumber(MILANO.number(), Type.TOLL_FREE, "Roma", "IT", null);
        refused(with("serviceNumbers", List.of(MILANO, FREE, again)), new NumberListedTwice(MILANO.number()));
    }

    private static DeciderTester<Tenant, TenantCommand, TenantEvent, TenantRefusal, TenantAnswer, Instant> given(
            TenantEvent... before) {
        return DeciderTester.given(new TenantDecider(), List.of(before));
    }

    private static void accepted(TenantSettings wanted) {
        assertEquals(
                wanted,
                given().when(new ReplaceSettings(DEFAULT, wanted), null)
                        .stateAfter()
                        .settings());
    }

    private static void refused(TenantSettings wanted, TenantRefusal reason) {
        given().when(new ReplaceSettings(DEFAULT, wanted), null).thenRefused(reason);
    }
}
