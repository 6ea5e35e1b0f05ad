package dev.foyer.local.run;

import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.process.AotCache;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A checkout whose services are stand-ins, so that the supervisor can be tried without building the services. */
record StandIns(Repository repository, Setup setup) {

    static StandIns in(Path folder) throws IOException {
        Path root = folder.resolve("checkout");
        Files.createDirectories(root.resolve("deploy"));
        Files.copy(Repository.find().topics(), root.resolve("deploy/topics.yaml"));
        Repository repository = new Repository(root);
        for (Component component : Component.services()) {
            Path jar = repository.serviceJar(component.title());
            writeJar(jar);
            writeBrokenCache(component, jar);
        }
        Setup setup = new Setup(repository, new Home(folder.resolve("home")), Ports.free(), Map.of(), false);
        return new StandIns(repository, setup);
    }

    /** From now on that service dies when it is started. */
    void letDie(Component component) throws IOException {
        Files.createFile(repository.serviceJar(component.title()).resolveSibling("die"));
    }

    /** A cache that fits nothing must not stop a start. */
    private static void writeBrokenCache(Component component, Path jar) throws IOException {
        Path target = jar.getParent().getParent();
        Files.createDirectories(target.resolve("startup"));
        AotCache cache = AotCache.of(component.title(), jar, target);
        cache.assemble();
        Files.writeString(target.resolve("startup/" + component.title() + ".aot"), "no cache");
        if (cache.flags().isEmpty()) {
            throw new IllegalStateException("It would not be used");
        }
    }

    private static void writeJar(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        String name = StandInService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file, manifest);
                InputStream bytes = StandIns.class.getResourceAsStream("/" + name)) {
            content.putNextEntry(new JarEntry(name));
            bytes.transferTo(content);
        }
    }
}
