package dev.foyer.local.load;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who is in the demo tenants; the same people in every installation. */
public final class People {

    private static final int PER_LANGUAGE = 26;

    private People() {}

    /** Amos Marble, the administrators' own users, and names of many languages. */
    public static List<Person> contoso() {
        Map<String, Person> people = new LinkedHashMap<>();
        add(people, new Person("amos.marble", "contoso.com", "Amos Marble", "en", "+14255550112"));
        add(people, new Person("mira.keller", "contoso.com", "Mira Keller", "de", "+498955501301"));
        add(people, new Person("tomas.novak", "contoso.com", "Tomáš Novák", "cs", "+420255501402"));
        NameLists.all().forEach(list -> some(list, "contoso.com", PER_LANGUAGE).forEach(person -> add(people, person)));
        return List.copyOf(people.values());
    }

    /** Ten people. */
    public static List<Person> fabrikam() {
        return some(NameLists.all().getFirst(), "fabrikam.com", 10);
    }

    private static void add(Map<String, Person> people, Person person) {
        people.putIfAbsent(person.userId(), person);
    }

    /** Walks through both lists with different steps, so that neighbours share neither name. */
    private static List<Person> some(NameLists list, String tenant, int count) {
        List<Person> people = new ArrayList<>();
        int families = list.family().size();
        int givens = list.given().size();
        for (int i = 0; i < count; i++) {
            String given = list.given().get(i % givens);
            String family = list.family().get((i * 3 + i / families) % families);
            String phone = list.dialling() + String.format(Locale.ROOT, "%07d", 5550000 + i * 37);
            String shown = list.familyFirst()
                    ? written(family) + " " + written(given)
                    : written(given) + " " + written(family);
            people.add(new Person(latin(given) + "." + latin(family), tenant, shown, list.language(), phone));
        }
        return people;
    }

    private static String written(String name) {
        return name.split("/")[0];
    }

    private static String latin(String name) {
        String spelling = name.substring(name.indexOf('/') + 1);
        return Normalizer.normalize(spelling, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replaceAll("[^a-z]", "");
    }
}
