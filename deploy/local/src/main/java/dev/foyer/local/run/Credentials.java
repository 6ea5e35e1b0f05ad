package dev.foyer.local.run;

import dev.foyer.local.Console;
import dev.foyer.local.access.Kcat;
import dev.foyer.local.access.UserName;
import dev.foyer.local.home.Home;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.util.List;
import java.util.function.Function;

/**
 * What a user of the broker has to know, with commands that work as they stand. It names the password, so it goes to a
 * terminal, never to a log.
 */
public record Credentials(Home home, String user, String password, TopicList topics) {

    /** Tells it. */
    public void say(String bootstrap, Console console) {
        Kcat kcat = Kcat.of(home, user);
        kcat.write(bootstrap, user, password);
        List<String> writes = named(Topic::writers);
        List<String> reads = named(Topic::readers);
        console.say("user       " + user);
        console.say("password   " + password);
        console.say("broker     " + bootstrap + ", SASL_PLAINTEXT, SCRAM-SHA-512 (or PLAIN, for kcat)");
        console.say("may write  " + (writes.isEmpty() ? "nothing" : String.join(", ", writes)));
        console.say("may read   " + (reads.isEmpty() ? "nothing" : String.join(", ", reads)));
        console.say("");
        writes.stream()
                .filter(topic -> topic.endsWith(".directory"))
                .forEach(topic -> console.say("echo '{\"userId\":\"ada\",\"userPrincipalName\":\"ada@" + user
                        + "\",\"displayName\":\"Ada\"}' | "
                        + kcat.produce(topic, "ada", "foyer.directory.UserProvisioned.v1")));
        writes.stream()
                .filter(topic -> topic.endsWith(".bridge"))
                .forEach(topic -> console.say("echo '{\"callId\":\"call-1\",\"conferenceId\":\"1234567\"}' | "
                        + kcat.produce(topic, "call-1", "foyer.bridge.CallerArrived.v1")));
        reads.stream().findFirst().ifPresent(topic -> console.say(kcat.consume(topic)));
    }

    private List<String> named(Function<Topic, List<String>> whom) {
        String name = UserName.isTenant(user) ? user : TopicList.OPERATORS;
        return topics.topics().stream()
                .filter(topic -> whom.apply(topic).contains(name))
                .map(Topic::name)
                .toList();
    }

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
