package dev.foyer.ctl.session;

import dev.foyer.ctl.CtlException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where a PIN goes instead of onto the screen: to the desktop's clipboard, by the program that this desktop has for it; else to the
 * terminal, with the sequence that asks it to (OSC 52). That works over ssh, but not every terminal does as it is asked.
 */
public final class Clipboard {

    private static final int PATIENCE_SECONDS = 5;

    private final Console console;
    private final Map<String, String> environment;

    Clipboard(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    /** Throws when there is none, before anybody makes a PIN that nobody would see: a file or a pipe is no clipboard. */
    public void mustBeThere() {
        if (!console.interactive() && program().isEmpty()) {
            throw CtlException.usage(
                    "--copy needs a terminal, or a desktop with wl-copy, xclip, xsel, pbcopy or clip.exe;"
                            + " there is neither, and what is written here may be kept.");
        }
    }

    /**
     * Puts it there.
     *
     * @return where it is now, as the end of a sentence
     */
    public String put(String secret) {
        Optional<List<String>> program = program();
        if (program.isPresent() && ran(program.get(), secret)) {
            return "is in your clipboard, this once.";
        }
        if (!console.interactive()) {
            return "did not get into your clipboard, and is gone; ask for another one.";
        }
        String coded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        console.err().print("\u001b]52;c;" + coded + "\u0007");
        console.err().flush();
        return "is in your clipboard, this once, if your terminal allows it; else ask for another one.";
    }

    /** The first one that this desktop has. */
    private Optional<List<String>> program() {
        List<List<String>> programs = new ArrayList<>();
        if (isSet("WAYLAND_DISPLAY")) {
            programs.add(List.of("wl-copy"));
        }
        if (isSet("DISPLAY")) {
            programs.add(List.of("xclip", "-selection", "clipboard"));
            programs.add(List.of("xsel", "--clipboard", "--input"));
        }
        if (!isSet("SSH_CONNECTION")) {
            programs.add(List.of("pbcopy"));
            programs.add(List.of("clip.exe"));
        }
        return programs.stream()
                .flatMap(each -> found(each.getFirst())
                        .map(path -> {
                            List<String> command = new ArrayList<>(each);
                            command.set(0, path);
                            return command;
                        })
                        .stream())
                .findFirst();
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }

    private Optional<String> found(String name) {
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            try {
                Path file = Path.of(folder, name);
                if (!folder.isEmpty() && Files.isExecutable(file) && !Files.isDirectory(file)) {
                    return Optional.of(file.toString());
                }
            } catch (InvalidPathException _) {
                // No folder.
            }
        }
        return Optional.empty();
    }

    /** By its input, which no list of processes shows. */
    private static boolean ran(List<String> command, String secret) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(secret.getBytes(StandardCharsets.UTF_8));
            }
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
