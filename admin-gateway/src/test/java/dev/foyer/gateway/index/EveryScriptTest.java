package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are found as they are written anywhere, and as they are typed without marks. */
@Tag("case-R9")
class EveryScriptTest {

    private static final Fixtures INDEX = new Fixtures();

    @AfterAll
    static void close() {
        INDEX.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Παπαδόπουλος, Παπαδοπουλος",
        "Παπαδόπουλος, ΠΑΠΑΔΟΠΟΥΛΟΣ",
        "Ἀθηνᾶ, αθηνα",
        "Фёдор Достоевский, федор",
        "Йосиф, иосиф",
        "Київ, КИЇВ",
        "שָׁלוֹם, שלום",
        "مُحَمَّد, محمد",
        "أحمد, احمد",
        "王小明, 小明",
        "王小明, 王小",
        "𠮷野家, 野",
        "タナカ, ﾀﾅｶ",
        "김철수, 철수",
        "สมชาย, ชาย",
        "कृष्ण कुमार, कुमार",
        "Nguyễn Văn Đặng, nguyen van dang",
        "Łukasz Żak, lukasz zak",
        "Işık, ISIK",
        "İnce, ince",
        "Strauß, strauss",
        "STRAUSS, Strauß",
        "Zoë Núñez-Løvås, lovas",
        "Ægir, aegir",
        "ＡＭＯＳ, amos",
        "O’Brien, obrien",
        "O’Brien, brien"
    })
    void whoeverIsCalledSoIsFoundBy(String name, String typed) {
        INDEX.user("script.example", "somebody", name, "somebody@script.example");
        assertEquals(List.of("somebody"), found(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 123456, +4930123456",
        "+49 30 123456, 0049 30 123456",
        "+49 30 123456, 030 / 12 34 56",
        "+49 30 123456, 123456",
        "+39 02 555 0000, 02-5550000",
        "+39 02 555 0000, (02) 555"
    })
    void aNumberFindsItsOwnerHoweverItIsTyped(String number, String typed) {
        INDEX.given("foyer.pin.UserProvisioned.v1", """
                {"tenant": "script.example", "userId": "somebody", "displayName": "Some Body",
                 "userPrincipalName": "somebody@script.example", "primarySmtpAddress": "somebody@script.example",
                 "phoneNumbers": ["%s"]}""".formatted(number.replace(" ", "")));
        assertEquals(List.of("somebody"), found(typed));
    }

    @ParameterizedTest
    @CsvSource({"7F3A-99, 7f3a", "7F3A-99, 7F3A-99"})
    void anIdFindsItsOwner(String id, String typed) {
        Fixtures own = new Fixtures();
        own.user("script.example", id, "Some Body", "somebody@script.example");
        assertEquals(
                List.of(id),
                new TenantView(own.holder, "script.example")
                        .users(new UserQuery(typed, null, UserQuery.Order.DISPLAY_NAME), 10, null).items().stream()
                                .map(UserEntry::userId)
                                .toList());
        own.close();
    }

    private static List<String> found(String typed) {
        return new TenantView(INDEX.holder, "script.example")
                .users(new UserQuery(typed, null, UserQuery.Order.DISPLAY_NAME), 10, null).items().stream()
                        .map(UserEntry::userId)
                        .toList();
    }
}
