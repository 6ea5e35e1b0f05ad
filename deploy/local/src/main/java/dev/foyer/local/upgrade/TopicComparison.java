package dev.foyer.local.upgrade;

import dev.foyer.local.CannotRun;
import dev.foyer.local.topics.Service;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Topics, and what services may do at the broker. Keys stay in their partitions, and owners are fenced by their transactional ids. */
final class TopicComparison {

    private static final String LIST = "deploy/topics.yaml";

    private TopicComparison() {}

    static List<Finding> of(ProgramFiles from, ProgramFiles to) {
        List<Finding> found = new ArrayList<>();
        TopicList before = list(from);
        TopicList after = list(to);
        Map<String, Topic> old = byName(before.topics(), Topic::name);
        Map<String, Topic> now = byName(after.topics(), Topic::name);
        now.forEach((name, topic) -> {
            if (old.containsKey(name)) {
                same(old.get(name), topic, found);
            } else {
                found.add(Finding.before("make the topic " + name + "."));
            }
        });
        old.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> found.add(Finding.after("the topic " + name + " may go.")));
        services(byName(before.services(), Service::name), byName(after.services(), Service::name), found);
        return found;
    }

    private static void same(Topic before, Topic after, List<Finding> found) {
        if (before.partitions() != after.partitions()) {
            found.add(Finding.stop(after.name() + " has " + after.partitions() + " partitions instead of "
                    + before.partitions() + ": the two versions would look for a key in different ones."));
        }
        if (!before.settings().equals(after.settings())) {
            found.add(Finding.after("set " + after.name() + " to " + after.settings() + "."));
        }
        rights(before.readers(), after.readers(), "read " + after.name(), found);
        rights(before.writers(), after.writers(), "write " + after.name(), found);
    }

    private static void rights(Collection<String> before, Collection<String> after, String what, List<Finding> found) {
        minus(after, before).forEach(who -> found.add(Finding.before("let " + who + " " + what + ".")));
        minus(before, after).forEach(who -> found.add(Finding.after(who + " need not " + what + " any more.")));
    }

    private static void services(Map<String, Service> before, Map<String, Service> after, List<Finding> found) {
        after.forEach((name, service) -> {
            Service old = before.get(name);
            if (old == null) {
                found.add(Finding.before("make the user " + name + " at the broker, with its rights."));
                return;
            }
            if (!old.transactionalIds().equals(service.transactionalIds())) {
                found.add(
                        Finding.stop("Owners of " + name + " use other transactional ids, so one of each version could"
                                + " write the same partition, and neither would be shut out."));
            }
            minus(service.groups(), old.groups())
                    .forEach(group -> found.add(Finding.before(
                            "let " + name + " be in the group " + group + "; it begins to read its topics anew.")));
            minus(old.groups(), service.groups())
                    .forEach(group -> found.add(Finding.after("nobody is in the group " + group + " any more.")));
        });
    }

    private static List<String> minus(Collection<String> some, Collection<String> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }

    private static TopicList list(ProgramFiles version) {
        String text = version.read(LIST)
                .orElseThrow(() -> new CannotRun(version.name() + " has no " + LIST + "; is it a Foyer?"));
        return TopicList.parse(text, version.name() + ":" + LIST);
    }

    private static <T> Map<String, T> byName(Collection<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity(), (one, other) -> one, TreeMap::new));
    }
}
