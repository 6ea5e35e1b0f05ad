package dev.foyer.local.tenants;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * One change of tenants at a time: each reads the accounts and writes them anew. The operating system lets go when the
 * process ends.
 */
final class TenantsLock implements AutoCloseable {

    private final FileChannel channel;

    private TenantsLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws CannotRun when another one is under way */
    static TenantsLock take(Home home) {
        try {
            FileChannel channel = FileChannel.open(
                    home.run().resolve("tenants-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new CannotRun("Another tenant is being added or removed; try again in a moment.");
            }
            return new TenantsLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException _) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
