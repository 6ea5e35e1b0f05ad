package dev.foyer.gateway.page;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Serves the page's files, compressed. Browsers keep what they got by an address with the hash of its content; a page of
 * another version of ours, beside which this one runs for a while, gets what there is now and keeps nothing.
 */
class AssetFiles {

    static final String ROOT = "/assets/";

    private static final String OWN = "/assets/";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String STYLE = "text/css;charset=UTF-8";
    private static final String IMAGE = "image/svg+xml";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final Map<String, Asset> ALL = Stream.of(
                    Asset.read("foyer.css", STYLE, OWN + "foyer.css"),
                    Asset.read("users.css", STYLE, OWN + "users.css"),
                    Asset.read("page.js", SCRIPT, OWN + "page.js"),
                    Asset.read("live.js", SCRIPT, OWN + "live.js"),
                    Asset.read("users.js", SCRIPT, OWN + "users.js"),
                    Asset.read("desk.css", STYLE, OWN + "desk.css"),
                    Asset.read("desk.js", SCRIPT, OWN + "desk.js"),
                    Asset.read("bulk.js", SCRIPT, OWN + "bulk.js"),
                    Asset.read("phone.js", SCRIPT, OWN + "phone.js"),
                    Asset.read("phone.css", STYLE, OWN + "phone.css"),
                    Asset.read("overview.js", SCRIPT, OWN + "overview.js"),
                    library("uplot", "uPlot.js", SCRIPT, "dist/uPlot.iife.min.js"),
                    library("uplot", "uPlot.css", STYLE, "dist/uPlot.min.css"),
                    Asset.read("once.js", SCRIPT, OWN + "once.js"),
                    Asset.read("foyer.svg", IMAGE, OWN + "foyer.svg"),
                    library("htmx.org", "htmx.min.js", SCRIPT, "dist/htmx.min.js"))
            .collect(toUnmodifiableMap(Asset::name, Function.identity()));

    /** @throws IllegalArgumentException when there is no such file */
    static Asset named(String name) {
        Asset found = ALL.get(name);
        if (found == null) {
            throw new IllegalArgumentException("There is no asset " + name);
        }
        return found;
    }

    void serve(@Observes Router router) {
        router.get(ROOT + ":name").handler(AssetFiles::answer);
        router.get(ROOT + ":hash/:name").handler(AssetFiles::answer);
    }

    private static void answer(RoutingContext request) {
        Asset asset = ALL.get(request.pathParam("name"));
        if (asset == null) {
            request.next();
            return;
        }
        boolean fits = asset.hash().equals(request.pathParam("hash"));
        String accepted = request.request().getHeader("Accept-Encoding");
        HttpServerResponse response = request.response()
                .putHeader("Content-Type", asset.type())
                .putHeader("Cache-Control", fits ? FOR_EVER : "no-cache")
                .putHeader("Vary", "Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip").end(Buffer.buffer(asset.gzip()));
        } else {
            response.end(Buffer.buffer(asset.plain()));
        }
    }

    /** Of a webjar, whose version is the jar's own, so that it stands once, in the root pom. */
    private static Asset library(String artifact, String name, String type, String file) {
        String pom = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
        try (InputStream found = AssetFiles.class.getResourceAsStream(pom)) {
            Properties properties = new Properties();
            properties.load(found);
            return Asset.read(
                    name,
                    type,
                    "/META-INF/resources/webjars/" + artifact + "/" + properties.getProperty("version") + "/" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
