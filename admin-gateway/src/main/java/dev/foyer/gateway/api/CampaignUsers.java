package dev.foyer.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.foyer.base.Problem;
import dev.foyer.base.text.Ids;
import dev.foyer.gateway.index.AmbiguousName;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.index.UserQuery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose campaign it is: by userId, each once, in the order of the list. */
public final class CampaignUsers {

    /** Of one campaign. */
    static final int MOST = 10_000;

    private static final int PAGE = 500;

    /** Bytes of ids in one request to pin-service, which takes 64 KB. */
    private static final int PART_BYTES = 24_000;

    private static final int PART = 500;

    /** What the column is called; without such a line all lines are users, by their first cell. */
    private static final Set<String> HEADERS = Set.of("user", "userid", "userprincipalname");

    private static final Pattern FORM = Pattern.compile(Ids.EARLIER_ID);
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    private CampaignUsers() {}

    /**
     * Whoever is not found stays as asked for, so that the result says so of just this one.
     *
     * @throws Problem.ProblemException 400 when an entry cannot be a user; 409 when one may be two
     */
    static List<String> listed(List<String> asked, TenantView view) {
        if (asked.size() > 2 * MOST) {
            throw CampaignProblems.campaignTooLarge(asked.size()).exception();
        }
        Set<String> users = new LinkedHashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            String one = asked.get(i);
            if (one == null || !FORM.matcher(one).matches()) {
                throw Problems.badParameter(
                                "users", "has an entry that is no userId or userPrincipalName: number " + (i + 1) + ".")
                        .exception();
            }
            try {
                users.add(view.user(one).map(UserEntry::userId).orElse(one));
            } catch (AmbiguousName _) {
                throw Problems.nameIsAmbiguous(i + 1).exception();
            }
        }
        return checked(users);
    }

    /** Whether somebody may be called so. */
    public static boolean isUser(String text) {
        return FORM.matcher(text).matches();
    }

    /** All that match, and not a page of them. */
    public static List<String> found(UserQuery query, TenantView view) {
        Set<String> users = new LinkedHashSet<>();
        String cursor = null;
        do {
            ResultPage<UserEntry> page = view.users(query, PAGE, cursor);
            if (page.total() > MOST) {
                throw CampaignProblems.campaignTooLarge(page.total()).exception();
            }
            page.items().forEach(user -> users.add(user.userId()));
            cursor = page.next();
        } while (cursor != null);
        return checked(users);
    }

    private static List<String> checked(Set<String> users) {
        if (users.isEmpty()) {
            throw CampaignProblems.campaignEmpty().exception();
        }
        if (users.size() > MOST) {
            throw CampaignProblems.campaignTooLarge(users.size()).exception();
        }
        return List.copyOf(users);
    }

    /** Whether the first line names a column with users. */
    public static boolean isCsv(String text) {
        return header(text.lines().findFirst().orElse("").split("[,;]")) >= 0;
    }

    /** The users of a CSV file: by the column user, userId or userPrincipalName, else by the first. */
    public static List<String> ofCsv(byte[] file) {
        String plain = text(file);
        String first = plain.lines().findFirst().orElse("");
        char separator = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
        List<String> users = new ArrayList<>();
        int column = -1;
        try (MappingIterator<String[]> lines = CSV.readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                .readValues(plain)) {
            while (lines.hasNext()) {
                String[] cells = lines.next();
                if (column < 0) {
                    column = Math.max(0, header(cells));
                    if (header(cells) >= 0) {
                        continue;
                    }
                }
                users.add(column < cells.length ? cells[column] : "");
                if (users.size() > 2 * MOST) {
                    throw CampaignProblems.campaignTooLarge(users.size()).exception();
                }
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof Problem.ProblemException known
                    ? known
                    : unreadable(users.size()).exception();
        }
        return users;
    }

    /** Without the mark that spreadsheets put before it. */
    private static String text(byte[] file) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw unreadable(0).exception();
        }
    }

    private static Problem unreadable(int users) {
        return Problem.of(
                400,
                "csv-unreadable",
                "The CSV cannot be read",
                "Send UTF-8 with a user in each line, and a first line that names the column user, userId or"
                        + " userPrincipalName; after " + users + " users it is no CSV.");
    }

    private static int header(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (HEADERS.contains(cells[i].strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    /** As they travel: few in one request, whatever they are called. */
    static List<List<String>> parts(List<String> users) {
        List<List<String>> parts = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < users.size(); i++) {
            int size = users.get(i).getBytes(UTF_8).length;
            if (i > from && (i - from == PART || bytes + size > PART_BYTES)) {
                parts.add(users.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += size;
        }
        parts.add(users.subList(from, users.size()));
        return parts;
    }
}
