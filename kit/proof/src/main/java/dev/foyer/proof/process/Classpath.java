package dev.foyer.proof.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the processes of this module are started with. */
final class Classpath {

    private Classpath() {}

    /** The module's jar, whose manifest names the libraries; in tests whatever the tests run with. */
    static String own() {
        try {
            Path own = Path.of(Classpath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(own) ? System.getProperty("java.class.path") : own.toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
