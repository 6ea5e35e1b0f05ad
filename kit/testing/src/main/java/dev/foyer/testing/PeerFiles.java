package dev.foyer.testing;

import dev.foyer.authority.Issued;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/**
 * For {@code @QuarkusTest}: the files by which a service proves its name and believes {@link #ours()}, looked at ten times a
 * second. Its argument {@code name} is the service's.
 */
public class PeerFiles implements QuarkusTestResourceLifecycleManager {

    private static CertifiedPeers ours;
    private static Path folder;
    private String name;

    /** Whom the service believes at the start. */
    public static CertifiedPeers ours() {
        return ours;
    }

    /** As somebody does who renews it. */
    public static void replaceCertificate(Issued own) {
        write("certificate.pem", own.certificatePem());
        write("key.pem", own.keyPem());
    }

    /** The service believes these from now on. */
    public static void replaceAuthorities(CertifiedPeers... believed) {
        StringBuilder all = new StringBuilder();
        for (CertifiedPeers each : believed) {
            all.append(each.pem());
        }
        write("authorities.pem", all.toString());
    }

    @Override
    public void init(Map<String, String> arguments) {
        name = arguments.get("name");
    }

    @Override
    public Map<String, String> start() {
        ours = CertifiedPeers.create();
        try {
            folder = Files.createTempDirectory("peer-files");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        replaceCertificate(ours.issue(name));
        replaceAuthorities(ours);
        Map<String, String> config = new HashMap<>();
        config.put("foyer.tls.certificate-file", file("certificate.pem").toString());
        config.put("foyer.tls.key-file", file("key.pem").toString());
        config.put("foyer.tls.authorities-file", file("authorities.pem").toString());
        config.put("foyer.tls.file-interval", "100ms");
        return config;
    }

    private static Path file(String file) {
        return folder.resolve(file);
    }

    private static void write(String file, String content) {
        try {
            Path draft = Files.writeString(file(file + ".new"), content);
            Files.move(draft, file(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The files are of the test's run and small.
    }
}
