package dev.foyer.local.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final List<Person> contoso = People.contoso();

    @Test
    void amosMarbleIsTheFirstOfSomeHundred() {
        assertEquals("amos.marble@contoso.com", contoso.getFirst().userPrincipalName());
        assertTrue(contoso.size() > 250, contoso.size() + " people");
    }

    @Test
    void everybodyHasAnIdOfTheirOwnInLatinLetters() {
        Set<String> ids = contoso.stream().map(Person::userId).collect(Collectors.toSet());
        assertEquals(contoso.size(), ids.size());
        ids.forEach(id -> assertTrue(id.matches("[a-z]{2,}\\.[a-z]{2,}"), id));
    }

    @Test
    void manyLanguagesAndScriptsAreThere() {
        Set<String> languages = contoso.stream().map(Person::language).collect(Collectors.toSet());
        assertTrue(languages.containsAll(Set.of("en", "it", "de", "ja", "ar")), languages.toString());
        assertTrue(contoso.stream().anyMatch(p -> p.displayName().matches("\\p{IsHan}+ \\p{IsHan}+")));
        assertTrue(contoso.stream().anyMatch(p -> p.displayName().matches("\\p{IsArabic}+ \\p{IsArabic}+")));
    }

    @Test
    void telephoneNumbersAreE164() {
        contoso.forEach(person -> assertTrue(person.phone().matches("\\+[1-9]\\d{7,14}"), person.phone()));
    }

    @Test
    void fabrikamHasTen() {
        assertEquals(
                10, People.fabrikam().stream().map(Person::userId).distinct().count());
    }
}
