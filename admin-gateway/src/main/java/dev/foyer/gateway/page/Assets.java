package dev.foyer.gateway.page;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Where the page's files are. The version of htmx is the jar's own, so that it stands once, in the root pom. */
@TemplateGlobal
final class Assets {

    private static final String POM = "/META-INF/maven/org.webjars.npm/htmx.org/pom.properties";

    /** Path of the script. */
    static final String htmx = "/webjars/htmx.org/" + version() + "/dist/htmx.min.js";

    private Assets() {}

    private static String version() {
        try (InputStream pom = Assets.class.getResourceAsStream(POM)) {
            Properties properties = new Properties();
            properties.load(pom);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
