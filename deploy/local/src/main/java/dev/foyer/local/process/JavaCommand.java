package dev.foyer.local.process;

import dev.foyer.local.home.Home;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a JVM of Foyer is started. */
public final class JavaCommand {

    /** For a process that has little to do: compiling its code well would cost more than it saves. */
    public static final String LITTLE_WORK = "-XX:TieredStopAtLevel=1";

    /** Of virtual threads: more than ever wait for one class at the same time. */
    private static final int CARRIERS = 16;

    private JavaCommand() {}

    /**
     * The command line of a child.
     *
     * @param name stands in the command line, so that a leftover of an earlier run is recognised
     * @param heapMegabytes largest heap
     * @param program {@code -jar file}, or a main class that the environment's {@code CLASSPATH} has, and its arguments
     */
    public static List<String> of(Home home, String name, int heapMegabytes, List<String> program) {
        List<String> command = new ArrayList<>();
        // A session of its own: Ctrl-C reaches the supervisor only, which then stops everything in order.
        inPath("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(jvm());
        command.addAll(flags(home, name, heapMegabytes));
        command.addAll(program);
        return List.copyOf(command);
    }

    /** The program {@code java} with the flags that are the same for all: what {@link AotCache} was recorded with. */
    static List<String> jvm() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED");
    }

    /** What a command line of that process in that home must contain. Not "foyer.": the services check such names. */
    static List<String> marks(Home home, String name) {
        return List.of("-Dlocal-foyer.home=" + home.root(), "-Dlocal-foyer.process=" + name);
    }

    /** The arguments for a main class of this module, which logs through JBoss LogManager. */
    public static List<String> program(Class<?> main, Object... arguments) {
        List<String> program = new ArrayList<>();
        program.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        program.add(main.getName());
        Stream.of(arguments).map(Object::toString).forEach(program::add);
        return program;
    }

    /** A program in the {@code PATH}. */
    public static Optional<Path> inPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<String> flags(Home home, String name, int heapMegabytes) {
        List<String> flags = new ArrayList<>(marks(home, name));
        flags.addAll(List.of(
                "-Xmx" + heapMegabytes + "m",
                // A virtual thread that waits for a class keeps its carrier. With one for each core, two such threads
                // stop all others, also the one that they wait for.
                "-Djdk.virtualThreadScheduler.parallelism=" + CARRIERS,
                // A process out of memory is worth nothing; and no dump of one may hold a PIN.
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + home.logs().resolve(name + "-crash.log"),
                "-Djava.io.tmpdir=" + home.scratch()));
        return flags;
    }
}
