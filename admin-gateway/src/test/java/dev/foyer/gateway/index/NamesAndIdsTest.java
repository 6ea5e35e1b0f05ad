package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path holds an id or a name: nobody is found by what may be somebody else's. */
@Tag("G5")
@Tag("case-R1")
class NamesAndIdsTest {

    private final Fixtures index = new Fixtures();

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kx@contoso.com", "KX@contoso.com", "Kx@Contoso.COM", "ｋｘ＠contoso.com"})
    void anIdThatIsAnothersNameMeansNobody(String spelling) {
        index.user("contoso.com", "k1", "One", "kx@contoso.com");
        assertEquals("k1", index.contoso().user(spelling).orElseThrow().userId());
        index.user("contoso.com", "kx@contoso.com", "Two", "other@contoso.com");
        assertThrows(AmbiguousName.class, () -> index.contoso().user(spelling));
        assertFound("k1", "k1");
        assertFound("kx@contoso.com", "other@contoso.com");
        assertEquals(
                "Two", index.contoso().userById("kx@contoso.com").orElseThrow().displayName());
        index.user("contoso.com", "k1", "One", "renamed@contoso.com");
        assertFound("kx@contoso.com", "kx@contoso.com");
    }

    @Test
    void theOtherWayRoundToo() {
        index.user("contoso.com", "KX@contoso.com", "Two", "other@contoso.com");
        index.user("contoso.com", "k1", "One", "kx@CONTOSO.com");
        for (String spelling : List.of("kx@contoso.com", "KX@contoso.com")) {
            assertThrows(AmbiguousName.class, () -> index.contoso().user(spelling));
        }
    }

    @Test
    void whoseNameIsTheOwnIdIsOneUser() {
        index.user("contoso.com", "zoe@contoso.com", "Zoe", "Zoe@contoso.com");
        assertFound("zoe@contoso.com", "ZOE@contoso.com");
        assertFound("zoe@contoso.com", "zoe@contoso.com");
    }

    /** Of whatever length a record brings them: no text is too long for the index, and none stands for another. */
    @Test
    @Tag("case-T4")
    void namesAndIdsOfAnyLengthAreWhole() {
        String name = "n".repeat(100_000);
        index.user("contoso.com", "i".repeat(50_000) + "1", "One", name + "1");
        index.user("contoso.com", "i".repeat(50_000) + "2", "Two", name + "2");
        assertEquals(
                2,
                index.contoso()
                        .users(new UserQuery(null, null, UserQuery.Order.DISPLAY_NAME), 10, null)
                        .total(),
                "both are in the index");
        assertEquals("One", index.contoso().user(name + "1").orElseThrow().displayName());
        assertEquals("Two", index.contoso().user(name + "2").orElseThrow().displayName());
        assertEquals(Optional.empty(), index.contoso().user(name));
    }

    /** They are opaque: a directory may tell them apart by case alone. */
    @Test
    void idsThatDifferInCaseAreTwoUsers() {
        for (int i = 0; i < 32; i++) {
            index.user("contoso.com", cased("abcde", i), "User", "u" + i + "@contoso.com");
        }
        for (int i = 0; i < 32; i++) {
            assertFound(cased("abcde", i), cased("abcde", i));
        }
        index.user("contoso.com", "another", "User", "ABCDE");
        assertThrows(AmbiguousName.class, () -> index.contoso().user("abcde"));
    }

    @Test
    void anotherTenantsNamesMeanNothing() {
        index.user("contoso.com", "k1", "One", "kx@contoso.com");
        index.user("fabrikam.com", "kx@contoso.com", "Two", "k1");
        assertFound("k1", "kx@contoso.com");
        assertFound("k1", "k1");
        assertFalse(index.contoso().isOthersId("kx@contoso.com", "k1"));
    }

    @Test
    void namesAreComparedInOneWay() {
        index.user("contoso.com", "s", "Strauß", "STRASSE@contoso.com");
        assertFound("s", "straße@contoso.com");
        assertTrue(index.contoso().isOthersName("straße@contoso.com", "t"));
        assertFalse(index.contoso().isOthersName("straße@contoso.com", "s"), "it is one's own");
        String longName = "a".repeat(255);
        index.user("contoso.com", "l1", "Long", longName + "1");
        index.user("contoso.com", "l2", "Long", longName + "2");
        assertFound("l2", longName + "2");
    }

    /** Whatever a directory says: a text finds a user whom alone it can mean, or nobody. */
    @Test
    void randomNamesAndIds() {
        Random random = new Random(20_261_126);
        List<String> texts = List.of("a", "A", "b", "B", "c");
        String[] names = new String[texts.size()];
        for (int round = 0; round < 400; round++) {
            int changed = random.nextInt(texts.size());
            names[changed] = texts.get(random.nextInt(texts.size()));
            index.user("contoso.com", texts.get(changed), "User", names[changed]);
            for (String text : texts) {
                assertEquals(meant(texts, names, text), found(text), text);
            }
        }
    }

    /** @return the id; empty: nobody or more than one */
    private static Optional<String> meant(List<String> ids, String[] names, String text) {
        List<String> named = new ArrayList<>();
        List<String> sameId = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i] != null && names[i].equalsIgnoreCase(text)) {
                named.add(ids.get(i));
            }
            if (names[i] != null && ids.get(i).equalsIgnoreCase(text)) {
                sameId.add(ids.get(i));
            }
        }
        if (named.isEmpty()) {
            return Optional.of(text).filter(sameId::contains);
        }
        sameId.remove(named.getFirst());
        return named.size() == 1 && sameId.isEmpty() ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private Optional<String> found(String text) {
        try {
            return index.contoso().user(text).map(UserEntry::userId);
        } catch (AmbiguousName _) {
            return Optional.empty();
        }
    }

    private static String cased(String text, int bits) {
        StringBuilder cased = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if ((bits >> i & 1) == 1) {
                cased.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return cased.toString();
    }

    private void assertFound(String userId, String idOrName) {
        assertEquals(userId, index.contoso().user(idOrName).orElseThrow().userId());
    }
}
