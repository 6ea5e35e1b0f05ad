package dev.foyer.local.backup;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a restore lost of PINs, in files that outlive the terminal: all of it in one, and for each tenant whom a campaign must reset or enable
 * so that they have a PIN that works.
 *
 * @param all everything, as it was listed
 * @param campaigns by file which action it is for, as {@code foyerctl campaign run} takes both
 */
public record LostPins(Path all, Map<Path, String> campaigns) {

    private static final String RESET = "reset-pin";
    private static final String ENABLE = "enable";
    private static final Set<String> GONE = Set.of("disabled", "removed");

    /** What became of one user after the moment. */
    private static final class Fate {
        private boolean wasOff = true;
        private boolean hasNewPin;
        private boolean isGone;
        private boolean known;

        void then(String what) {
            if (!known) {
                // Who is enabled first was not before: a restored Foyer has them without a PIN.
                wasOff = what.equals("enabled");
                known = true;
            }
            isGone = GONE.contains(what) || isGone && !what.equals("enabled");
            hasNewPin |= what.equals("enabled") || what.equals("reset");
        }

        /** Empty: the PIN that they know is the one that works, or they are to have none. */
        String action() {
            return isGone || !hasNewPin ? "" : wasOff ? ENABLE : RESET;
        }
    }

    /** Writes them anew into this folder, which only its owner can read: names are in it. Nothing when nothing was lost. */
    public static LostPins write(List<Losses.Loss> losses, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            empty(folder);
            Path all = folder.resolve("lost-pins.csv");
            Files.write(
                    all,
                    Stream.concat(
                                    Stream.of("tenant,userId,what,at"),
                                    losses.stream()
                                            .map(loss -> cells(tenant(loss), user(loss), loss.what(), loss.at() + "")))
                            .toList());
            Map<Path, String> campaigns = new TreeMap<>();
            for (var users : byCampaign(losses).entrySet()) {
                Path file = folder.resolve(users.getKey() + ".csv");
                Files.write(
                        file,
                        Stream.concat(Stream.of("userId"), users.getValue().stream())
                                .toList());
                campaigns.put(file, users.getKey().substring(users.getKey().lastIndexOf('.') + 1));
            }
            return new LostPins(all, campaigns);
        } catch (IOException e) {
            throw new CannotRun("What was lost cannot be written to " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    /** An attempt that was killed may have been as of another moment. */
    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Tenant and action, and each of its users once. */
    private static Map<String, List<String>> byCampaign(List<Losses.Loss> losses) {
        Map<String, Fate> fates = new LinkedHashMap<>();
        losses.forEach(
                loss -> fates.computeIfAbsent(loss.user(), first -> new Fate()).then(loss.what()));
        Map<String, List<String>> users = new TreeMap<>();
        Set<String> told = new HashSet<>();
        for (Losses.Loss loss : losses) {
            String action = fates.get(loss.user()).action();
            if (!action.isEmpty() && told.add(loss.user())) {
                users.computeIfAbsent(tenant(loss) + "." + action, first -> new ArrayList<>())
                        .add(cells(user(loss)));
            }
        }
        return users;
    }

    private static String tenant(Losses.Loss loss) {
        return loss.user().substring(0, loss.user().indexOf('/'));
    }

    private static String user(Losses.Loss loss) {
        return loss.user().substring(loss.user().indexOf('/') + 1);
    }

    private static String cells(String... texts) {
        return String.join(
                ",",
                Stream.of(texts)
                        .map(text -> text.matches("[\\w.:@+/-]*") ? text : '"' + text.replace("\"", "\"\"") + '"')
                        .toList());
    }
}
