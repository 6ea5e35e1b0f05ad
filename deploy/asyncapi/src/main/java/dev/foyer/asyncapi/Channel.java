package dev.foyer.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A topic with contracts, and what {@code deploy/topics.yaml} says of it.
 *
 * @param id the folder of its contracts; in topics of tenants without the tenant
 * @param address the topic's name, with {@code {tenant}} where each tenant has its own
 * @param declared empty for topics of tenants that the list leaves out
 */
record Channel(String id, String address, Optional<Topic> declared, List<Contract> contracts) {

    /** Records for us, by others; {@code in.directory} stands for {@code in.<tenant>.directory}. */
    private static final String INBOUND = "in.";

    /** Records of ours for one tenant. */
    private static final String OUTBOUND = "out.";

    private static final String TENANT = "{tenant}";
    private static final String SYSTEMS = "the tenant's systems";

    static Channel of(String folder, List<Contract> contracts, TopicList list) {
        boolean inbound = folder.startsWith(INBOUND);
        String address = inbound ? INBOUND + TENANT + "." + folder.substring(INBOUND.length()) : folder;
        Optional<Topic> declared = list.topics().stream()
                .filter(topic ->
                        topic.name().replace('<', '{').replace('>', '}').equals(address))
                .findFirst();
        if (declared.isEmpty() && !inbound) {
            throw new CannotRun("There are contracts for a topic " + address + ", which deploy/topics.yaml does not"
                    + " have: add it there, or rename the folder.");
        }
        return new Channel(folder, address, declared, contracts);
    }

    /** A topic that has no contracts of its own, but records of others. */
    static Channel ofCopies(Topic topic, List<Channel> all) {
        return new Channel(
                topic.name().replace(".<tenant>", ""),
                topic.name().replace('<', '{').replace('>', '}'),
                Optional.of(topic),
                all.stream()
                        .filter(channel -> topic.copies().contains(channel.id()))
                        .flatMap(channel -> channel.contracts().stream())
                        .toList());
    }

    /** Whether what is in it is described where it comes from. */
    boolean hasCopies() {
        return declared.filter(topic -> !topic.copies().isEmpty()).isPresent();
    }

    /** Whether each tenant has one. */
    boolean ofTenants() {
        return address.contains(TENANT);
    }

    boolean inbound() {
        return id.startsWith(INBOUND);
    }

    /** What its readers must know about who may read it: {@code public}, {@code internal} or {@code inbound}. */
    String kind() {
        if (inbound()) {
            return "inbound";
        }
        return id.startsWith(OUTBOUND) || readers().contains(TopicList.OPERATORS) ? "public" : "internal";
    }

    String description() {
        return declared.map(Topic::purpose)
                .orElse("What a tenant's own systems tell us; the tenant is the one in the topic's name.");
    }

    String key() {
        return declared.map(Topic::key).orElse("userId");
    }

    /** The key's words are fields of the payload, such as {@code tenant/userId}; a record of the tenant has fewer. */
    String keyOf(JsonNode payload) {
        String key = Arrays.stream(key().split("/"))
                .filter(payload::has)
                .map(word -> payload.path(word).asText())
                .collect(Collectors.joining("/"));
        return key.isEmpty() ? key() : key;
    }

    List<String> writers() {
        return declared.map(topic -> inWords(topic.writers())).orElse(List.of(SYSTEMS));
    }

    List<String> readers() {
        return declared.map(topic -> inWords(topic.readers())).orElseGet(() -> List.of(owner()));
    }

    private static List<String> inWords(List<String> named) {
        return named.stream()
                .map(name -> name.equals("<tenant>") ? SYSTEMS : name)
                .toList();
    }

    /** The service whose folder it is. */
    String owner() {
        return contracts.getFirst().service();
    }
}
