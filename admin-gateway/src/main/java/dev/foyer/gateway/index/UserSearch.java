package dev.foyer.gateway.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/** What users are asked for, as queries. */
final class UserSearch {

    private UserSearch() {}

    /** As mail programs and lists have it: {@code <amos@contoso.com>,}. */
    private static final Pattern AROUND_AN_ADDRESS = Pattern.compile("^[<(\\[\"']*+(?:mailto:)?+|[>)\\]\"',;:.]++$");

    /** Rule C2: nobody's own ID has so many digits, so each is a meeting's, which is looked for as a whole. */
    private static final Pattern OF_A_MEETING = Pattern.compile("[0-9]{9}");

    /** @param organizers who made a meeting, by its conference ID */
    static List<Query> of(UserQuery query, Function<String, Optional<String>> organizers) {
        List<Query> all = new ArrayList<>();
        if (query.state() != null && query.state() != UserQuery.State.HELD) {
            all.add(state(NameAnalyzer.lower(query.state().name())));
        }
        if (query.text() != null) {
            TypedSearch typed = TypedSearch.of(query.text());
            if (typed.rest() != null) {
                all.add(orOrganizer(text(typed.rest()), typed.rest(), organizers));
            }
            typed.parts()
                    .forEach(part -> all.add(
                            part.where() == TypedSearch.Where.CONF || part.where() == TypedSearch.Where.ANY
                                    ? orOrganizer(part(part), part.text(), organizers)
                                    : part(part)));
        }
        return all;
    }

    private static Query orOrganizer(Query found, String typed, Function<String, Optional<String>> organizers) {
        String id = typed.replaceAll("[\\s-]", "");
        return Optional.of(id)
                .filter(OF_A_MEETING.asMatchPredicate())
                .flatMap(organizers)
                .map(organizer -> (Query) new BooleanQuery.Builder()
                        .add(found, Occur.SHOULD)
                        .add(is(Fields.USER, organizer), Occur.SHOULD)
                        .build())
                .orElse(found);
    }

    /** Mails that are held and have a PIN in them. */
    static BooleanQuery.Builder heldPins() {
        return new BooleanQuery.Builder()
                .add(is(Fields.STATE, "HELD"), Occur.FILTER)
                .add(
                        new BooleanQuery.Builder()
                                .add(is(Fields.MAIL_KIND, "WELCOME"), Occur.SHOULD)
                                .add(is(Fields.MAIL_KIND, "PIN_RESET"), Occur.SHOULD)
                                .build(),
                        Occur.FILTER);
    }

    private static Query part(TypedSearch.Part part) {
        return switch (part.where()) {
            case ANY -> any(part);
            case NAME -> name(part);
            case CONF -> term(Fields.CONFERENCE, part, part.text());
            case MAIL -> term(Fields.MAIL, part, NameAnalyzer.lower(part.text()));
            case TEL -> number(part);
            case LOCKED -> locked(part.text().equals("yes"));
        };
    }

    private static Query any(TypedSearch.Part part) {
        String lower = NameAnalyzer.lower(part.text());
        return new BooleanQuery.Builder()
                .add(term(Fields.UPN, part, lower), Occur.SHOULD)
                .add(term(Fields.MAIL, part, lower), Occur.SHOULD)
                .add(term(Fields.USER_ID, part, lower), Occur.SHOULD)
                .add(term(Fields.CONFERENCE, part, part.text()), Occur.SHOULD)
                .add(name(part), Occur.SHOULD)
                .build();
    }

    /** A whole name is all of its words, or one of them; between stars there is one word. */
    private static Query name(TypedSearch.Part part) {
        return switch (part.fit()) {
            case BEGINS -> everyWord(part.text(), new BooleanQuery.Builder());
            case STARS -> term(Fields.WORD, part, folded(part.text()));
            case WHOLE ->
                new BooleanQuery.Builder()
                        .add(is(Fields.BY_NAME, NameAnalyzer.sortable(part.text())), Occur.SHOULD)
                        .add(is(Fields.WORD, NameAnalyzer.sortable(part.text())), Occur.SHOULD)
                        .build();
        };
    }

    /** As names are folded, with its stars. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (String piece : text.splitWithDelimiters("\\*", 0)) {
            folded.append(piece.equals("*") ? "*" : String.join("", NameAnalyzer.of(piece)));
        }
        return folded.toString();
    }

    /** Parts of a number are indexed from each of its digits on, so a beginning is found anywhere. */
    private static Query number(TypedSearch.Part part) {
        String digits = NameAnalyzer.typedNumber(part.text().replace("*", ""));
        Query found = digits.startsWith("0")
                ? new BooleanQuery.Builder()
                        .add(begins(Fields.NUMBER, digits), Occur.SHOULD)
                        .add(begins(Fields.NUMBER, digits.substring(1)), Occur.SHOULD)
                        .build()
                : begins(Fields.NUMBER, digits);
        return part.fit() == TypedSearch.Fit.WHOLE ? is(Fields.PHONE, "+" + digits) : found;
    }

    private static Query locked(boolean wanted) {
        Query locked = state("locked");
        return wanted
                ? locked
                : new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.MUST)
                        .add(locked, Occur.MUST_NOT)
                        .build();
    }

    private static Query term(String field, TypedSearch.Part part, String text) {
        return switch (part.fit()) {
            case BEGINS -> begins(field, text);
            case STARS -> new WildcardQuery(new Term(field, text.replaceAll("[\\\\?]", "\\\\$0")));
            case WHOLE -> is(field, text);
        };
    }

    private static Query text(String typed) {
        String number = NameAnalyzer.typedNumber(typed);
        if (number.isEmpty()) {
            return words(typed);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder()
                .add(words(typed), Occur.SHOULD)
                // Read aloud in groups, so typed in groups.
                .add(begins(Fields.CONFERENCE, number), Occur.SHOULD)
                .add(begins(Fields.NUMBER, number), Occur.SHOULD);
        if (number.startsWith("0")) { // what many countries dial before a number at home, and few have in the number
            any.add(begins(Fields.NUMBER, number.substring(1)), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query words(String typed) {
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        for (String word : typed.strip().split("\\s+")) {
            every.add(word(word), Occur.MUST);
        }
        return every.build();
    }

    /** One word of what somebody typed: the beginning of a part of a name, of an address, of an id or of a conference ID. */
    private static Query word(String word) {
        String typed = isAddress(word) ? AROUND_AN_ADDRESS.matcher(word).replaceAll("") : word;
        String lower = NameAnalyzer.lower(typed);
        BooleanQuery.Builder any = new BooleanQuery.Builder()
                .add(begins(Fields.UPN, lower), Occur.SHOULD)
                .add(begins(Fields.MAIL, lower), Occur.SHOULD)
                .add(begins(Fields.USER_ID, lower), Occur.SHOULD)
                .add(begins(Fields.CONFERENCE, typed), Occur.SHOULD);
        if (isAddress(typed)) {
            any.add(begins(Fields.BY_NAME, NameAnalyzer.sortable(typed)), Occur.SHOULD); // a mailbox may be named so
        } else if (!NameAnalyzer.of(typed).isEmpty()) {
            any.add(everyWord(typed, new BooleanQuery.Builder()), Occur.SHOULD);
        }
        return any.build();
    }

    /** Its parts are no words: those of {@code user-1@contoso.com} begin all that {@code user-10@contoso.com} has. */
    private static boolean isAddress(String typed) {
        return typed.indexOf('@') > 0;
    }

    private static Query everyWord(String typed, BooleanQuery.Builder every) {
        Set<String> words = NameAnalyzer.of(typed);
        words.forEach(word -> every.add(begins(Fields.WORD, word), Occur.MUST));
        return every.build();
    }

    private static Query state(String state) {
        return is(Fields.STATE, state);
    }

    private static Query is(String field, String value) {
        return new TermQuery(new Term(field, NameAnalyzer.cut(value)));
    }

    private static Query begins(String field, String value) {
        return new PrefixQuery(new Term(field, value));
    }
}
