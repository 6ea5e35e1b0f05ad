package dev.foyer.gateway.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Problem;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F")
class CampaignUsersTest {

    @Test
    void theColumnIsFoundByItsName() {
        assertEquals(List.of("u-1", "u-2"), csv("user\r\nu-1\r\nu-2\r\n"));
        assertEquals(List.of("u-1", "u-2"), csv("displayName,userId\nAmos,u-1\nBea,u-2\n"));
        assertEquals(
                List.of("a@contoso.com"), csv("\uFEFFuserPrincipalName;displayName\na@contoso.com;\"Amos; Marble\"\n"));
        assertEquals(List.of("u-1"), csv("\"User\"\n\"u-1\"\n"));
    }

    @Test
    void withoutANameTheFirstColumnCountsFromTheFirstLine() {
        assertEquals(List.of("u-1", "u-2"), csv("u-1,Amos\n\nu-2,Bea"));
        assertEquals(List.of(), csv(""));
    }

    @Test
    void whatIsTooLongIsRefusedBeforeItIsReadWhole() {
        Problem problem = assertThrows(Problem.ProblemException.class, () -> csv("u\n".repeat(1_000_000)))
                .problem();
        assertEquals("/problems/campaign-too-large", problem.type());
    }

    @Test
    void whatIsNoCsvIsRefusedWithASentence() {
        Problem problem = assertThrows(Problem.ProblemException.class, () -> csv("user\nu-1\n\"u-2\nu-3"))
                .problem();
        assertEquals("/problems/csv-unreadable", problem.type());
        assertTrue(problem.detail().contains("after 1 users"), problem.detail());
    }

    /** In order, none twice, none left out, each small enough for pin-service, which takes 64 KB. */
    @Test
    void aListTravelsInParts() {
        List<String> users = IntStream.range(0, 10_000).mapToObj(i -> "u-" + i).toList();
        List<List<String>> parts = CampaignUsers.parts(users);
        assertEquals(20, parts.size());
        assertEquals(users, parts.stream().flatMap(List::stream).toList());
        List<String> wide = Collections.nCopies(600, "\u4e2d".repeat(128));
        List<List<String>> small = CampaignUsers.parts(wide);
        assertEquals(wide, small.stream().flatMap(List::stream).toList());
        assertTrue(small.stream().allMatch(part -> String.join("", part).getBytes(UTF_8).length <= 24_000));
        assertEquals(List.of(List.of("u-1")), CampaignUsers.parts(List.of("u-1")));
    }

    @Test
    void whatIsNotUtf8IsRefusedAndNotGuessed() {
        byte[] latin1 = "user\nm\u00fcller@contoso.com\n".getBytes(ISO_8859_1);
        Problem problem = assertThrows(Problem.ProblemException.class, () -> CampaignUsers.ofCsv(latin1))
                .problem();
        assertEquals("/problems/csv-unreadable", problem.type());
    }

    private static List<String> csv(String text) {
        return CampaignUsers.ofCsv(text.getBytes(UTF_8));
    }
}
