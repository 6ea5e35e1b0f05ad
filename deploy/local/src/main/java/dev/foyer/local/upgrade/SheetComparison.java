package dev.foyer.local.upgrade;

import dev.foyer.local.process.Component;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What each service says of itself: the format of its journal, which an older program does not read on; what its instances tell each
 * other, which another version does not answer; and what is made anew when it changes.
 */
final class SheetComparison {

    private static final String JOURNAL = "journal";
    private static final String INDEX = "index";
    private static final String EXCHANGE = "exchange.";
    private static final String STATES = "states.";

    private SheetComparison() {}

    static List<Finding> of(ProgramFiles from, ProgramFiles to) {
        List<Finding> found = new ArrayList<>();
        for (Component service : Component.services()) {
            Optional<Properties> before = sheet(from, service);
            Optional<Properties> after = sheet(to, service);
            if (before.isEmpty() || after.isEmpty()) {
                found.add(Finding.stop(service + " of " + (before.isEmpty() ? from : to).name()
                        + " says nothing of what its instances must agree on (" + path(service)
                        + "), so nobody knows."));
            } else if (service.hasJournal()) {
                journal(service, before.get(), after.get(), found);
                exchanges(service, before.get(), after.get(), found);
            } else if (differ(before.get(), after.get(), INDEX)) {
                found.add(Finding.cost("An instance of " + service
                        + " makes its index anew when it starts with the folder of the version before, and is not"
                        + " ready until it has read all public topics."));
            }
        }
        return found;
    }

    private static void journal(Component service, Properties before, Properties after, List<Finding> found) {
        int old = Integer.parseInt(before.getProperty(JOURNAL));
        int now = Integer.parseInt(after.getProperty(JOURNAL));
        if (now > old) {
            found.add(Finding.stop(service + " writes its journal in format " + now
                    + ", which the version before (format " + old
                    + ") does not read: its instance that took over such a partition would end."));
        } else if (now < old) {
            found.add(Finding.stop(service + " does not read format " + old
                    + " of its journal, which the version before writes; there is no way back but from a backup."));
        }
    }

    private static void exchanges(Component service, Properties before, Properties after, List<Finding> found) {
        TreeSet<String> keys = new TreeSet<>(before.stringPropertyNames());
        keys.addAll(after.stringPropertyNames());
        List<String> told = differing(keys, EXCHANGE, before, after);
        if (!told.isEmpty()) {
            found.add(Finding.stop("Instances of " + service + " do not understand each other about "
                    + String.join(", ", told)
                    + ": whoever asks one about what the other owns waits, and gets 503 after the deadline."));
        }
        List<String> states = differing(keys, STATES, before, after);
        if (!states.isEmpty()) {
            found.add(Finding.cost("Snapshots of " + service + " are made anew (" + String.join(", ", states)
                    + "): the first instance of the new version folds the whole journal, and so does one of the version"
                    + " before that comes after it."));
        }
    }

    private static List<String> differing(TreeSet<String> keys, String prefix, Properties before, Properties after) {
        return keys.stream()
                .filter(key -> key.startsWith(prefix) && differ(before, after, key))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private static boolean differ(Properties before, Properties after, String key) {
        return !Objects.equals(before.getProperty(key), after.getProperty(key));
    }

    private static Optional<Properties> sheet(ProgramFiles version, Component service) {
        return version.read(path(service)).map(text -> {
            Properties sheet = new Properties();
            try {
                sheet.load(new StringReader(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return sheet;
        });
    }

    private static String path(Component service) {
        return service.title() + "/src/main/resources/compatibility.properties";
    }
}
