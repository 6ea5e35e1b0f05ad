package dev.foyer.gateway.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.index.ResultPage;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists as files. */
@Tag("F")
class ExportTest {

    private static final Pattern FORMULA_BEHIND_A_SEPARATOR = Pattern.compile("[,;][\\s\"]*[=+@\uff1d]|;[\\s\"]*-");

    private record Row(String name, Object value) {}

    private static final List<Column<Row>> COLUMNS =
            List.of(new Column<>("name", Row::name), new Column<>("value", Row::value));

    private static String written(StreamingOutput output) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        output.write(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Export<Row> of(Row... rows) {
        return new Export<>(_ -> new ResultPage<>(List.of(rows), null, rows.length, false));
    }

    @Test
    void namesThenRowsQuotedWhereNeeded() throws IOException {
        Export<Row> rows = of(new Row("Müller, \"Jo\"", 3), new Row("two\nlines", null), new Row("", true));
        assertEquals(
                "name,value\r\n\"Müller, \"\"Jo\"\"\",3\r\n\"two\nlines\",\r\n,true\r\n",
                written(rows.csv(COLUMNS, Separator.COMMA)));
    }

    @Test
    void anEmptyListIsTheNames() throws IOException {
        assertEquals("name,value\r\n", written(of().csv(COLUMNS, Separator.COMMA)));
    }

    @Test
    void forSpreadsheetsWithSemicolons() throws IOException {
        assertEquals(
                "\uFEFFname;value\r\na,b;\"c;d\"\r\n",
                written(of(new Row("a,b", "c;d")).csv(COLUMNS, Separator.SEMICOLON)));
    }

    @ParameterizedTest
    @CsvSource({
        "=HYPERLINK(1), '''=HYPERLINK(1)'",
        "+390212345, '''+390212345'",
        "-1+1, '''-1+1'",
        "@SUM(1), '''@SUM(1)'",
        "\uFF1DSUM(1), '''\uFF1DSUM(1)'",
        "a=1, a=1",
        "' =1', ''' =1'",
        "'\u00a0=1', '''\u00a0=1'",
        "x;=HYPERLINK(1), x;'=HYPERLINK(1)",
        "'x,=1', 'x,''=1'",
        "'x; -1', 'x;'' -1'",
        "x;\"=1;y, x;'\"=1;y",
        "=1;=2;a=3, '''=1;''=2;a=3'",
        "'a,b; c', 'a,b; c'"
    })
    void whatASpreadsheetWouldRunIsText(String value, String cell) {
        assertEquals(cell, Cells.of(value));
    }

    @Test
    void alsoBehindATabOrTheEndOfALine() {
        assertEquals("x\t'=1", Cells.of("x\t=1"));
        assertEquals("x\r\n'+1", Cells.of("x\r\n+1"));
        assertEquals("'\t'=1", Cells.of("\t=1"));
        assertEquals("two\r\nlines", Cells.of("two\r\nlines"));
    }

    /** Whoever takes it out of its cell reads it as it was. */
    @Test
    void jsonInACellStaysJson() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode data = json.createObjectNode()
                .put("name", "a;=1, \"@b\\;\u00e0,")
                .put("next", "-x")
                .put("to", "y,\uff1d1;-2")
                .set(
                        "numbers",
                        json.createArrayNode().add("+39 1").add("+39 2").add(-1).add(-2));
        String cell = Cells.of(data);
        assertEquals(data, json.readTree(cell));
        assertFalse(FORMULA_BEHIND_A_SEPARATOR.matcher(cell).find(), cell);
        assertTrue(cell.contains(",-2"), cell);
    }

    @Test
    void numbersStayNumbers() {
        assertEquals("-1", Cells.of(-1));
        assertEquals("'\tx", Cells.of("\tx"));
        assertEquals("a b", Cells.of(List.of("a", "b")));
    }

    /** Page n has one row; each is asked for when the ones before are written. */
    private static final class Pages implements Function<String, ResultPage<Row>> {
        private final int count;
        final AtomicInteger asked = new AtomicInteger();

        Pages(int count) {
            this.count = count;
        }

        @Override
        public ResultPage<Row> apply(String cursor) {
            int page = cursor == null ? 0 : Integer.parseInt(cursor);
            asked.incrementAndGet();
            return new ResultPage<>(
                    List.of(new Row("n" + page, page)), page + 1 < count ? page + 1 + "" : null, count, false);
        }
    }

    @Test
    void allPagesOneAtATime() throws IOException {
        Pages pages = new Pages(3);
        Export<Row> export = new Export<>(pages);
        assertEquals(1, pages.asked.get(), "what is wrong with the question is found before anything is written");
        assertEquals(
                "{\"name\":\"n0\",\"value\":0}\n{\"name\":\"n1\",\"value\":1}\n{\"name\":\"n2\",\"value\":2}\n",
                written(export.ndjson(new ObjectMapper())));
        assertEquals(3, pages.asked.get());
    }

    @Test
    void whoReadsNoFurtherAsksForNoMore() {
        Pages pages = new Pages(1_000);
        OutputStream full = new OutputStream() {
            private int left = 100;

            @Override
            public void write(int one) throws IOException {
                if (left-- == 0) {
                    throw new IOException("full");
                }
            }
        };
        assertThrows(
                IOException.class,
                () -> new Export<>(pages).ndjson(new ObjectMapper()).write(full));
        assertEquals(5, pages.asked.get(), "100 bytes are four rows and a part of the fifth");
    }

    @Test
    void aPageThatFailsBreaksTheFile() {
        Export<Row> export = new Export<>(cursor -> {
            if (cursor != null) {
                throw new IllegalStateException("away");
            }
            return new ResultPage<>(List.of(new Row("n", 1)), "next", 2, false);
        });
        assertThrows(
                IllegalStateException.class,
                () -> export.csv(COLUMNS, Separator.COMMA).write(new ByteArrayOutputStream()));
    }
}
