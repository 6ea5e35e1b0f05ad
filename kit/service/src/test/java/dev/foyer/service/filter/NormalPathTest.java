package dev.foyer.service.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One path, one form. */
@Tag("case-S5")
class NormalPathTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a, /a",
        "/a/, /a",
        "/%61, /a",
        "/a%2db, /a-b",
        "/a@b, /a@b",
        "/a%40b, /a@b",
        "/a+b, /a+b",
        "/a%2Bb, /a+b",
        "/a%20b, /a%20b",
        "/%c3%bc, /%C3%BC",
        "/%252e, /%252e",
        "/a%3bb, /a%3Bb",
        "/a%3f, /a%3F",
        "/..a, /..a",
        "/[a], /%5Ba%5D",
        "/q/swagger-ui/, /q/swagger-ui/"
    })
    void theSameInOneForm(String raw, String normal) {
        assertEquals(Optional.of(normal), NormalPath.of(raw));
        assertEquals(Optional.of(normal), NormalPath.of(normal), "and it stays so");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "*",
                "//",
                "//a",
                "/a//b",
                "/a//",
                "/.",
                "/..",
                "/a/..",
                "/a/../b",
                "/%2e",
                "/a/%2E%2e/b",
                "/a;b",
                "/a%2fb",
                "/a%5Cb",
                "/a\\b",
                "/a%00",
                "/a%7f",
                "/a%c2%85",
                "/%",
                "/%2",
                "/%zz",
                "/%ff",
                "/%c0%af",
                "/a b",
                "/ü",
                "/a#b",
                "/a?b"
            })
    void noForm(String raw) {
        assertEquals(Optional.empty(), NormalPath.of(raw));
    }

    @Test
    void whateverHasAFormKeepsIt() {
        long seed = System.nanoTime();
        System.out.println("NormalPathTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        String[] parts = {"/", "a", "%2e", "%2F", "%41", ".", "..", ";", "%3b", "%25", "@", "%c3%a9", "%", "+", "?"};
        for (int i = 0; i < 100_000; i++) {
            StringBuilder path = new StringBuilder("/");
            for (int part = random.nextInt(8); part > 0; part--) {
                path.append(parts[random.nextInt(parts.length)]);
            }
            Optional<String> normal = NormalPath.of(path.toString());
            assertEquals(normal, normal.flatMap(NormalPath::of), path.toString());
        }
    }
}
