package dev.foyer.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceCheckTest {

    private static final Set<String> SHIPPED = Set.of(
            "lib-1.0.jar", "b.odd-1.0.jar", "two-1.0-linux-x86_64.jar", "expression-1.0.jar", "dev.foyer.ours-1.0.jar");

    private static final List<String> LIST = List.of("# ours", "MIT", "", "b:odd\tMIT");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a | lib | {\"license\":{\"id\":\"MIT\"}} | 0",
                "a | lib | {\"license\":{\"id\":\"GPL-3.0-only\"}} | 1",
                "a | lib | {\"license\":{\"name\":\"Our own words\"}} | 1",
                "b | odd | {\"license\":{\"name\":\"Our own words\"}} | 0",
                "a | two | {\"license\":{\"id\":\"GPL-2.0-only\"}}, {\"license\":{\"id\":\"MIT\"}} | 0",
                "a | expression | {\"expression\":\"MIT\"} | 0",
                "dev.foyer | ours | {\"license\":{\"id\":\"X\"}} | 0",
            })
    void aLibraryIsOfALicenceThatIsInTheList(String group, String name, String licences, int wrong) throws IOException {
        assertEquals(wrong, wrong(group, name, licences).size());
    }

    @Test
    void oneWithoutALicenceIsNamed() throws IOException {
        assertEquals(
                List.of(
                        "a:lib has no licence; do without it, or add that to deploy/containers/licences.tsv when we may ship it."),
                wrong("a", "lib", ""));
    }

    /** What builds the program is in the bill, too. */
    @Test
    void whatIsInNoPackageIsNotJudged() throws IOException {
        String odd = "{\"license\":{\"name\":\"Our own words\"}}";
        assertEquals(1, wrong("a", "lib", odd).size());
        assertEquals(0, wrong("a", "builder", odd).size());
    }

    private static List<String> wrong(String group, String name, String licences) throws IOException {
        return LicenceCheck.wrong(
                new ObjectMapper()
                        .readTree("{\"components\":[{\"group\":\"" + group + "\",\"name\":\"" + name
                                + "\",\"version\":\"1.0\",\"licenses\":[" + licences + "]}]}"),
                LIST,
                SHIPPED);
    }
}
