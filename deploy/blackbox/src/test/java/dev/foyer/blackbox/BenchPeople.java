package dev.foyer.blackbox;

import java.util.List;

/** Users of a bench, as many as one likes: of many names, each of which begins like others. */
final class BenchPeople {

    private static final List<String> GIVEN = List.of(
            "Amos", "Bianca", "Chiara", "Dario", "Elena", "Fabio", "Greta", "Hugo", "Irene", "Jonas", "Katja", "Luca",
            "Marta", "Nico", "Olga", "Paolo", "Rosa", "Sven", "Tina", "Ugo");
    private static final List<String> FAMILY = List.of(
            "Bassi",
            "Conti",
            "Dahl",
            "Eriksen",
            "Ferri",
            "Galli",
            "Huber",
            "Innocenti",
            "Jansen",
            "Keller",
            "Leone",
            "Marble",
            "Neri",
            "Olsen",
            "Parisi",
            "Ricci",
            "Sala",
            "Testa",
            "Unger",
            "Villa");

    private BenchPeople() {}

    /** Of the n-th. */
    static String name(int n) {
        return GIVEN.get(n % GIVEN.size()) + " " + FAMILY.get(n / GIVEN.size() % FAMILY.size()) + " " + n;
    }

    /** As a directory says it. @param id with the number at its end */
    static String profile(String id) {
        int n = Integer.parseInt(id.substring(id.indexOf('-') + 1));
        return """
                {"userId":"%1$s","userPrincipalName":"%1$s@contoso.com","displayName":"%2$s",
                 "primarySmtpAddress":"%1$s@contoso.com","preferredLanguage":"it-IT","phoneNumbers":["+3902%3$08d"]}""".formatted(id, name(n), n);
    }
}
