package dev.foyer.local.backup;

import dev.foyer.local.CannotRun;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A file with the records of one partition, packed, in their order. What is cut off is found out: the end is marked. */
final class RecordFile {

    private static final String HEAD = "foyer-records-1";
    private static final long END = -1;
    private static final int BUFFER = 1 << 16;

    private RecordFile() {}

    /** Writes one; not thread-safe. */
    static final class Writer implements AutoCloseable {

        private final DataOutputStream out;
        private long records;

        Writer(Path file) throws IOException {
            Files.createDirectories(file.getParent());
            this.out = new DataOutputStream(
                    new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), BUFFER), BUFFER));
            out.writeUTF(HEAD);
        }

        void add(StoredRecord record) throws IOException {
            out.writeLong(record.offset());
            out.writeLong(record.timestamp());
            write(record.key());
            write(record.value());
            out.writeInt(record.headers().size());
            for (StoredRecord.Field header : record.headers()) {
                out.writeUTF(header.name());
                write(header.value());
            }
            records++;
        }

        private void write(byte[] bytes) throws IOException {
            out.writeInt(bytes == null ? -1 : bytes.length);
            if (bytes != null) {
                out.write(bytes);
            }
        }

        long records() {
            return records;
        }

        @Override
        public void close() throws IOException {
            out.writeLong(END);
            out.close();
        }
    }

    /** Hands each record on. Throws {@link CannotRun} when the file is not whole. */
    static void read(Path file, Consumer<StoredRecord> reader) {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), BUFFER), BUFFER))) {
            if (!in.readUTF().equals(HEAD)) {
                throw new CannotRun(file + " is no file with records of this version of Foyer.");
            }
            for (long offset = in.readLong(); offset != END; offset = in.readLong()) {
                reader.accept(new StoredRecord(offset, in.readLong(), bytes(in), bytes(in), headers(in)));
            }
            // Also what says that all of it was right comes last.
            if (in.read() >= 0) {
                throw new CannotRun(file + " goes on behind its end.");
            }
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new CannotRun(file + " is damaged: " + e.getMessage() + ".", e);
        }
    }

    private static List<StoredRecord.Field> headers(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<StoredRecord.Field> headers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            headers.add(new StoredRecord.Field(in.readUTF(), bytes(in)));
        }
        return headers;
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }
}
