package dev.foyer.gateway.page;

import dev.foyer.gateway.index.UserEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the list of users shows: all of it is in its address, so that it comes back with "back", reload and a bookmark, and
 * goes along through whatever is done with a user. What is usual is left out of the address.
 *
 * @param q as it was typed, never {@code null}
 * @param state the filter, or empty
 * @param sort or empty: by name
 * @param cursor of the page, or {@code null}: the first
 * @param at how many are on the pages before
 */
public record UserAsk(String q, String state, String sort, int size, List<UserColumn> columns, String cursor, long at) {

    static final int USUAL_SIZE = 25;
    static final List<Integer> SIZES = List.of(25, 50, 100);

    private static final String COUNT = "[0-9]{1,9}";
    private static final String ROOT = "/admin/users";
    private static final Pattern USER =
            Pattern.compile("https?://[^/?#]+(" + ROOT + "/[\\w.~!$&'()*+,;=:@%-]+(?:/act/[a-z]+)?)(?:[?#].*)?");

    /** One value of the address. */
    public record Field(String name, String value) {}

    /** From an address; what nobody could have been offered is as if it were not there, but for what is looked for. */
    static UserAsk of(String q, String state, String sort, String size, List<String> col, String cursor, String at) {
        return new UserAsk(
                text(q),
                text(state),
                text(sort),
                SIZES.stream()
                        .filter(one -> one.toString().equals(size))
                        .findFirst()
                        .orElse(USUAL_SIZE),
                col == null || col.isEmpty()
                        ? UserColumn.USUAL
                        : col.stream()
                                .map(UserColumn::named)
                                .flatMap(Optional::stream)
                                .distinct()
                                .sorted()
                                .toList(),
                text(cursor).isEmpty() ? null : cursor,
                text(at).matches(COUNT) ? Long.parseLong(at) : 0);
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    /** Where this list is. */
    public String address() {
        return ROOT + query();
    }

    /** Where this list is beside the user whom an address shows; who is open stays so. @param shown or {@code null} */
    String beside(String shown) {
        Matcher user = USER.matcher(shown == null ? "" : shown);
        return user.matches() ? user.group(1) + query() : address();
    }

    /** Where this user is, with the list. */
    public String of(UserEntry user) {
        return ROOT + "/" + Urls.inUrl(user.userId()) + query();
    }

    /** Where that is done with this user. */
    public String to(UserEntry user, Offer offer) {
        return ROOT + "/" + Urls.inUrl(user.userId()) + "/act/" + offer.word() + query();
    }

    /** Where the fate of the mail with the new PIN is told. */
    public String mail(UserEntry user, String id) {
        return ROOT + "/" + Urls.inUrl(user.userId()) + "/mail/" + Urls.inUrl(id);
    }

    /** Where the fate of a mail with conference information is told. */
    public String information(UserEntry user, String id) {
        return ROOT + "/" + Urls.inUrl(user.userId()) + "/information/" + Urls.inUrl(id);
    }

    /** Where something is done with all that are found, on whatever page. */
    public String bulk() {
        return Section.BULK.path() + "/new?q=" + Urls.inUrl(q) + "&state=" + Urls.inUrl(state);
    }

    public UserAsk withState(String other) {
        return new UserAsk(q, other, sort, size, columns, null, 0);
    }

    /** By that, or if it is so already the other way round. */
    public UserAsk sortedBy(String word) {
        return new UserAsk(q, state, word.equals(sorted()) ? "-" + word : word, size, columns, null, 0);
    }

    public UserAsk next(String other) {
        return new UserAsk(q, state, sort, size, columns, other, at + size);
    }

    public UserAsk previous(String other) {
        long before = Math.max(0, at - size);
        return new UserAsk(q, state, sort, size, columns, before == 0 ? null : other, before);
    }

    /** Everybody again. */
    public UserAsk everybody() {
        return new UserAsk("", "", sort, size, columns, null, 0);
    }

    /** The word of {@code sort} that holds. */
    public String sorted() {
        return sort.isEmpty() ? "displayName" : sort;
    }

    /** For {@code aria-sort}. */
    public String order(String word) {
        return sorted().equals(word) ? "ascending" : sorted().equals("-" + word) ? "descending" : "none";
    }

    public boolean has(UserColumn column) {
        return columns.contains(column);
    }

    /** For a form that asks for something else: all but what it asks for, and without the page. */
    public List<Field> besides(String... names) {
        List<String> left = List.of(names);
        return new UserAsk(q, state, sort, size, columns, null, 0)
                .fields().stream().filter(field -> !left.contains(field.name())).toList();
    }

    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        add(fields, "q", q);
        add(fields, "state", state);
        add(fields, "sort", sort);
        add(fields, "size", size == USUAL_SIZE ? "" : String.valueOf(size));
        if (!columns.equals(UserColumn.USUAL)) {
            Stream<String> shown =
                    columns.isEmpty() ? Stream.of("none") : columns.stream().map(UserColumn::word);
            shown.forEach(word -> add(fields, "col", word));
        }
        add(fields, "cursor", cursor == null ? "" : cursor);
        add(fields, "at", at == 0 ? "" : String.valueOf(at));
        return fields;
    }

    private static void add(List<Field> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new Field(name, value));
        }
    }

    private String query() {
        String query = fields().stream()
                .map(field -> field.name() + "=" + Urls.inUrl(field.value()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
