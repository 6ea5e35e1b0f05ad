package dev.foyer.gateway.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.foyer.gateway.index.ResultPage;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * All pages of a list as one stream. The first page is asked for at once, so that what is wrong with the question is a problem and
 * no broken file; if a later one fails, the connection breaks, so that nobody takes half a list for all of it. A slow reader is
 * waited for and costs one page of memory. Used by one thread, which it blocks.
 */
public final class Export<T> {

    /** How many entries are in memory at a time. */
    public static final int PAGE = 500;

    public static final String CSV = "text/csv";

    /** For {@code @Produces}: JSON goes first, for whoever takes anything. */
    public static final String CSV_IF_ASKED = CSV + ";qs=0.5";

    public static final String NDJSON = "application/x-ndjson";

    /** As {@link #CSV_IF_ASKED}. */
    public static final String NDJSON_IF_ASKED = NDJSON + ";qs=0.5";

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Function<String, ResultPage<T>> pages;
    private final ResultPage<T> first;

    /** @param pages by cursor, {@code null} for the first */
    public Export(Function<String, ResultPage<T>> pages) {
        this.pages = pages;
        this.first = pages.apply(null);
    }

    /** RFC 4180 in UTF-8, with a line of names. */
    public StreamingOutput csv(List<Column<T>> columns, Separator separator) {
        CsvSchema.Builder schema = CsvSchema.builder();
        columns.forEach(column -> schema.addColumn(column.name()));
        ObjectWriter lines = MAPPER.writer(schema.setUseHeader(true)
                .setColumnSeparator(separator.character())
                .setLineSeparator("\r\n")
                .build());
        return out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (separator == Separator.SEMICOLON) {
                text.write(BYTE_ORDER_MARK);
            }
            try (SequenceWriter rows = lines.writeValues(text)) {
                each(row -> rows.write(columns.stream()
                        .map(column -> Cells.of(column.value().apply(row)))
                        .toArray(String[]::new)));
            }
        };
    }

    /** One JSON document per line. */
    public StreamingOutput ndjson(ObjectMapper json) {
        return out -> {
            each(row -> {
                out.write(json.writeValueAsBytes(row));
                out.write('\n');
            });
            out.flush();
        };
    }

    private interface Row<T> {
        void write(T row) throws IOException;
    }

    private void each(Row<T> row) throws IOException {
        ResultPage<T> page = first;
        while (true) {
            for (T one : page.items()) {
                row.write(one);
            }
            if (page.next() == null) {
                return;
            }
            page = pages.apply(page.next());
        }
    }
}
