package dev.foyer.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a client of a mail server sends, byte for byte (as ISO 8859-1), with whatever ends its lines. */
final class SmtpLines {

    private SmtpLines() {}

    /** One line with its end; {@code null} when there is no more. */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            line.write(read);
            if (read == '\n') {
                return line.toString(ISO_8859_1);
            }
        }
        return null;
    }

    /** A mail up to its final dot; {@code null} when that never came. */
    static String data(InputStream in) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = line(in); line != null; line = line(in)) {
            if (line.equals(".\r\n")) {
                return data.toString();
            }
            data.append(line);
        }
        return null;
    }
}
