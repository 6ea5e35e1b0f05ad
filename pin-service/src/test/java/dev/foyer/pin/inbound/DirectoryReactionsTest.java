package dev.foyer.pin.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.Unavailable;
import dev.foyer.base.events.InboundId;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserRefusal;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a directory may say, of whom, and what becomes of the answers. */
class DirectoryReactionsTest {

    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
    private static final DirectoryRecords ASSIGNED = DirectoryRecords.of("LicenseAssigned", "{\"userId\":\"u-17\"}");
    private static final DirectoryRecords REMOVED = DirectoryRecords.of("UserRemoved", "{\"userId\":\"u-17\"}");

    private final Asked asked = new Asked();
    private final DirectoryReactions directory = asked.directory(VALIDATORS.getValidator());

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    @Test
    @Tag("A3")
    void nobodyMakesTheirOwnPinByAssigningALicenceToThemselves() {
        String own = "{\"userId\":\"u-17\",\"changedBy\":\"u-17\"}";
        // Taking away is allowed; what gives a new PIN afterwards is not.
        directory.handle(DirectoryRecords.of("LicenseRemoved", own).event());
        directory.handle(DirectoryRecords.of("UserRemoved", own).event());
        asked.questions.clear();
        String reason = refused(DirectoryRecords.of("LicenseAssigned", own));
        assertTrue(reason.startsWith("Nobody makes their own PIN"), reason);
        assertEquals(List.of(), asked.questions);
    }

    @Test
    @Tag("case-L1")
    void whoFindsNoRoomIsBuriedWithTheReason() {
        asked.answer = new Reply.Refused<>(new UserRefusal.UserLimitReached());

        Throwable buried = failure(DirectoryRecords.of(
                "UserProvisioned",
                "{\"userId\":\"u-17\",\"userPrincipalName\":\"a@contoso.com\",\"displayName\":\"A\"}"));

        assertInstanceOf(Unacceptable.class, buried);
        assertTrue(buried.getMessage().startsWith("user-limit-reached: "), buried.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a\\b"})
    void whoCouldNeverBeAddressedDoesNotComeAndMayGo(String userId) {
        String json = "{\"userId\":\"" + userId.replace("\\", "\\\\")
                + "\",\"userPrincipalName\":\"a@contoso.com\",\"displayName\":\"A\"}";
        for (String type : List.of("UserProvisioned", "UserChanged", "LicenseAssigned")) {
            String reason = refused(DirectoryRecords.of(type, json).withKey(userId));
            assertTrue(reason.startsWith("userId must be a user id"), reason);
        }
        assertEquals(List.of(), asked.questions);
        for (String type : List.of("UserRemoved", "LicenseRemoved")) {
            directory.handle(DirectoryRecords.of(type, json).withKey(userId).event());
            assertEquals(userId, asked.only().user().userId());
            asked.questions.clear();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a?b", "a#b", "a;b", "a%2Fb", "100%", "a|b", "...", "ü"})
    void oddIdsAreIds(String userId) {
        String json = "{\"userId\":\"" + userId + "\"}";
        directory.handle(
                DirectoryRecords.of("LicenseAssigned", json).withKey(userId).event());
        assertEquals(userId, asked.only().user().userId());
    }

    /** By the rules of requests, but for names: a directory cannot type them again. */
    @ParameterizedTest
    @Tag("case-R3")
    @Tag("case-R6")
    @Tag("case-R7")
    @Tag("case-R8")
    @Tag("case-R10")
    @Tag("case-R11")
    @CsvSource(
            delimiter = '|',
            value = {
                "userPrincipalName | \"a\\nb@contoso.com\"",
                "userPrincipalName | \"a\\u200bb@contoso.com\"",
                "userPrincipalName | \"..\"",
                "displayName | \"Amos\\r\\nMarble\"",
                "displayName | \"\\u200b\"",
                "displayName | \"a\\ud83d\"",
                "primarySmtpAddress | \"\\\"a b\\\"@contoso.com\"",
                "primarySmtpAddress | \"x@contoscom\"",
                "preferredLanguage | \"italian\"",
                "phoneNumbers | [\"tel:+39-02-1234-5678;ext=12\"]",
                "phoneNumbers | [\"many\"]",
                "phoneNumbers | [null]"
            })
    void textsAreRefusedByOneRule(String field, String value) {
        for (String type : List.of("UserProvisioned", "UserChanged")) {
            String json = "{\"userId\":\"u-17\",\"" + field + "\":" + value
                    + (field.equals("userPrincipalName") ? "" : ",\"userPrincipalName\":\"a@contoso.com\"")
                    + (field.equals("displayName") ? "" : ",\"displayName\":\"A\"") + "}";
            String reason = refused(DirectoryRecords.of(type, json));
            assertTrue(reason.startsWith(field + " must "), reason);
        }
        assertEquals(List.of(), asked.questions);
    }

    @Test
    @Tag("G5")
    @Tag("case-R7")
    @Tag("case-R11")
    void whatADirectorySendsIsCleanedAndTakenInItsOneForm() {
        directory.handle(DirectoryRecords.of("UserProvisioned", """
                {"userId":"u-17","userPrincipalName":"jose\\u0301@contoso.com","displayName":" Amos\\u202Enimda\\u200b ",
                 "primarySmtpAddress":"","preferredLanguage":"it_IT","phoneNumbers":["+39 02 1234-5678"]}""").event());
        assertEquals(
                new ProvisionUser(
                        new Profile("josé@contoso.com", "Amosnimda", null, "it-IT", List.of("+390212345678")), true),
                asked.only().command());
    }

    /** Said of the name only: spaces around it, its composition and what other fields had are nobody's affair. */
    @ParameterizedTest
    @Tag("G5")
    @CsvSource({
        "' Amos ', false",
        "'Jose\u0301', false",
        "'Amos\u200b', true",
        "'\u202eAmos', true",
        "'\uD83D\uDC68\u200d\uD83D\uDC69', false"
    })
    void aNameThatIsCleanedIsNoted(String name, boolean cleaned) {
        String json = "{\"userId\":\"u-17\",\"displayName\":\"" + name + "\"}";
        directory.handle(DirectoryRecords.of("UserChanged", json).event());
        UserCommand.ChangeUser change =
                assertInstanceOf(UserCommand.ChangeUser.class, asked.only().command());
        assertEquals(cleaned, change.nameCleaned());
    }

    /** An id that could be written in two ways would be two users, or one key in two partitions. */
    @ParameterizedTest
    @Tag("case-R6")
    @ValueSource(strings = {"e\u0301", "a\u200bb", "a\u202eb", "a\u00a0b"})
    void anIdIsNotChangedButRefused(String userId) {
        String json = "{\"userId\":\"" + userId + "\",\"userPrincipalName\":\"a@contoso.com\",\"displayName\":\"A\"}";
        String reason = refused(DirectoryRecords.of("UserProvisioned", json).withKey(userId));
        assertTrue(reason.startsWith("userId must be a user id"), reason);
    }

    @ParameterizedTest
    @Tag("A3")
    @ValueSource(
            strings = {
                "foyer.directory.PinResetRequested.v1",
                "foyer.directory.ResetPin.v1",
                "foyer.directory.PINChanged.v2",
                "foyer.directory.UserPins.v1",
                "foyer.directory.pinReset.v1",
                "foyer.pin.PinReset.v1"
            })
    void whoAsksForAPinIsSentToAnAdministrator(String type) {
        assertTrue(directory.understands(type));
        String reason = refused(ASSIGNED.withType(type));
        assertTrue(reason.contains("an administrator resets them through the API"), reason);
    }

    @ParameterizedTest
    @Tag("F")
    @ValueSource(
            strings = {
                "foyer.directory.ShippingChanged.v1",
                "foyer.directory.UserPinned.v1",
                "foyer.directory.UserProvisioned.v2",
                "UserProvisioned",
                "com.example.Pin.v1"
            })
    void otherTypesAreNotOurs(String type) {
        assertFalse(directory.understands(type));
    }

    @Test
    void theTenantIsThatOfTheTopic() {
        directory.handle(ASSIGNED.in("in.fabrikam.com.directory").event());
        assertEquals("fabrikam.com/u-17", asked.only().user().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in.contoso.directory",
                "in.Contoso.com.directory",
                "in.contoso_com.directory",
                "in.-contoso.com.directory",
                "in.contoso..com.directory",
                "in..directory",
                "xin.contoso.com.directory",
                "in.contoso.com.directory.directory2"
            })
    void aTopicThatNamesNoTenantIsRefused(String topic) {
        assertTrue(refused(ASSIGNED.in(topic)).contains("write to in.<tenant>.directory"));
    }

    @Test
    void aTenantInTheRecordMayOnlyAgree() {
        directory.handle(ASSIGNED.withTenant("Contoso.com").event());
        assertTrue(refused(ASSIGNED.withTenant("fabrikam.com")).contains("another tenant"));
        assertTrue(refused(DirectoryRecords.of("UserRemoved", "{\"userId\":\"u-17\",\"tenant\":\"fabrikam.com\"}"))
                .contains("another tenant"));
        assertEquals("contoso.com", asked.only().user().tenant());
    }

    @Test
    void keySubjectAndUserIdAgree() {
        directory.handle(ASSIGNED.withSubject("u-17").event());
        asked.questions.clear();
        assertTrue(refused(ASSIGNED.withKey("u-18")).contains("use the userId as key"));
        assertTrue(refused(ASSIGNED.withKey(null)).contains("use the userId as key"));
        assertTrue(refused(ASSIGNED.withSubject("u-18")).contains("The subject is not the userId"));
    }

    @Test
    @Tag("F")
    @Tag("G3")
    void theCommandKnowsWhoAndFromWhereAndTheRecordIsItsReason() {
        directory.handle(DirectoryRecords.ofExample("LicenseAssigned", "full").event());
        assertEquals(new Actor("u-3", "directory", "u-3"), asked.only().meta().actor());
        assertEquals("e-1", asked.only().meta().correlationId());
        assertEquals("e-1", asked.only().meta().reason());
        InboundId id = InboundId.parse(asked.only().meta().commandId()).orElseThrow();
        assertEquals("in.contoso.com.directory-1", id.stream());
        assertEquals(7, id.number());
    }

    @Test
    @Tag("F")
    void theSameEventAtAnotherPlaceIsTheSameRequest() {
        assertEquals(
                ASSIGNED.event().inboundId().requestId(),
                ASSIGNED.at(99).event().inboundId().requestId());
        assertNotEquals(
                ASSIGNED.event().inboundId().requestId(),
                ASSIGNED.withId("e-2").event().inboundId().requestId());
    }

    /** Otherwise "no licence" sent again, after "licence" came between, would take the licence away. */
    @Test
    @Tag("F")
    void whatHadNothingToDoHasNothingToDoWhenItIsSentAgain() {
        asked.answer = new Reply.Done<>(new UserAnswer.Done(), List.of(), false);
        directory.handle(REMOVED.event());
        directory.handle(REMOVED.at(99).event());
        assertEquals(1, asked.questions.size());
        directory.handle(REMOVED.withId("e-2").event());
        assertEquals(2, asked.questions.size());
    }

    @Test
    void whoIsNotThereHasNothingToLoseAndCannotBeGivenAnything() {
        asked.answer = new Reply.Refused<>(new UserRefusal.UserUnknown());
        directory.handle(REMOVED.event()).toCompletableFuture().join();
        directory
                .handle(DirectoryRecords.of("LicenseRemoved", "{\"userId\":\"u-17\"}")
                        .event())
                .toCompletableFuture()
                .join();
        var failure = failure(DirectoryRecords.of("UserChanged", "{\"userId\":\"u-17\",\"displayName\":\"A\"}")
                .withId("e-2"));
        assertInstanceOf(Unacceptable.class, failure);
        assertTrue(failure.getMessage().contains("send UserProvisioned first"), failure.getMessage());
    }

    /** Nobody else's news waits behind it: the record is handled. */
    @Test
    @Tag("case-T8")
    @Tag("G6")
    void aLicenceThatCannotBeFollowedYetIsWrittenDownAtItsUser() {
        for (UserRefusal tooEarly : List.of(new UserRefusal.UserUnknown(), new UserRefusal.NoDeliveryKey())) {
            asked.questions.clear();
            asked.answers.addAll(
                    List.of(new Reply.Refused<>(tooEarly), new Reply.Done<>(new UserAnswer.Done(), List.of(), false)));
            directory
                    .handle(ASSIGNED.withId("e-" + tooEarly).event())
                    .toCompletableFuture()
                    .join();
            var written = asked.questions.getLast();
            assertEquals("contoso.com/u-17", written.user().toString());
            var licence = assertInstanceOf(UserCommand.AwaitLicence.class, written.command())
                    .licence();
            assertEquals("e-" + tooEarly, licence.id());
            assertEquals(asked.questions.getFirst().meta(), written.meta(), "one command, whenever it is read again");
        }
    }

    @Test
    void whatMayBePossibleNextTimeIsTriedAgain() {
        asked.answer = new Reply.Refused<>(new UserRefusal.ConferenceIdUnsettled("4711007"));
        assertInstanceOf(Unavailable.class, failure(ASSIGNED));
    }

    private Throwable failure(DirectoryRecords record) {
        var handled = directory.handle(record.event()).toCompletableFuture();
        return assertThrows(CompletionException.class, handled::join).getCause();
    }

    private String refused(DirectoryRecords record) {
        String reason = assertThrows(Unacceptable.class, () -> directory.handle(record.event()))
                .getMessage();
        assertTrue(reason.endsWith("."), reason);
        return reason;
    }
}
