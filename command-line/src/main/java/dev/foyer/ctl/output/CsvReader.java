package dev.foyer.ctl.output;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads RFC 4180, line ends within quotes included; a byte order mark is passed over, and so are empty lines. */
public final class CsvReader {

    private final Reader in;
    private final char separator;
    private int c = -2;

    public CsvReader(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    /** The cells of the next line; empty: there is none. */
    public Optional<List<String>> next() throws IOException {
        if (c == -2) {
            advance();
            if (c == '\uFEFF') {
                advance();
            }
        }
        while (c == '\n' || c == '\r') {
            advance();
        }
        if (c < 0) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(c == '"' ? quoted() : plain());
            if (c != separator) {
                return Optional.of(cells);
            }
            advance();
        }
    }

    private String plain() throws IOException {
        StringBuilder cell = new StringBuilder();
        while (c >= 0 && c != separator && c != '\n' && c != '\r') {
            cell.append((char) c);
            advance();
        }
        return cell.toString();
    }

    private String quoted() throws IOException {
        StringBuilder cell = new StringBuilder();
        advance();
        while (c >= 0) {
            if (c == '"') {
                advance();
                if (c != '"') {
                    break;
                }
            }
            cell.append((char) c);
            advance();
        }
        return cell + plain();
    }

    private void advance() throws IOException {
        c = in.read();
    }
}
