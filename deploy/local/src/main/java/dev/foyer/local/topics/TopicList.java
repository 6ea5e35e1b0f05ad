package dev.foyer.local.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The content of {@code deploy/topics.yaml}.
 *
 * @param services all that have a user of their own
 * @param tenantGroups of each tenant's systems, with {@code <tenant>} for its name
 */
public record TopicList(
        List<Topic> topics,
        List<Service> services,
        @JsonProperty("tenant-groups") List<String> tenantGroups) {

    /** Stands for every operator, among writers and readers. */
    public static final String OPERATORS = "operators";

    /** Throws {@link CannotRun} when the file is missing, says something unknown, or names somebody whom it does not know. */
    public static TopicList read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new CannotRun("The list of topics " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The same of a text.
     *
     * @param file where it is from, for what is said of it
     */
    public static TopicList parse(String text, String file) {
        try {
            TopicList list = new ObjectMapper(new YAMLFactory()).readValue(text, TopicList.class);
            list.topics().forEach(topic -> list.checkNames(topic, file));
            return new TopicList(
                    list.topics(),
                    list.services().stream()
                            .map(service -> service.of(list.partitionsOf(service, file)))
                            .toList(),
                    list.tenantGroups());
        } catch (IOException e) {
            throw new CannotRun("The list of topics " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What there is with these tenants: a topic for each where a name says {@code <tenant>}, and their systems. */
    public TopicList of(Collection<String> tenants) {
        return new TopicList(
                topics.stream()
                        .flatMap(topic -> topic.isOfTenants() ? tenants.stream().map(topic::of) : Stream.of(topic))
                        .toList(),
                Stream.concat(services.stream(), tenants.stream().map(this::systemsOf))
                        .toList(),
                List.of());
    }

    private Service systemsOf(String tenant) {
        return new Service(
                tenant,
                null,
                tenantGroups.stream()
                        .map(group -> group.replace(Topic.TENANT, tenant))
                        .toList(),
                List.of());
    }

    /** The topics that this tenant has and no other. */
    public List<Topic> onlyOf(String tenant) {
        return topics.stream()
                .filter(Topic::isOfTenants)
                .map(topic -> topic.of(tenant))
                .toList();
    }

    /** Whether a service has this name. */
    public boolean isService(String name) {
        return services.stream().anyMatch(service -> service.name().equals(name));
    }

    /** A slip of the pen would shut somebody out, and be found when something is missing. */
    private void checkNames(Topic topic, String file) {
        Stream.concat(topic.writers().stream(), topic.readers().stream())
                .filter(name -> !isService(name) && !name.equals(OPERATORS))
                .filter(name -> !(name.equals(Topic.TENANT) && topic.isOfTenants()))
                .findFirst()
                .ifPresent(name -> {
                    throw new CannotRun(file + " lets \"" + name + "\" use " + topic.name()
                            + ", and has no such service; name one of its services, operators, or <tenant> where the"
                            + " topic is a tenant's.");
                });
    }

    private int partitionsOf(Service service, String file) {
        if (service.journal() == null) {
            return 0;
        }
        return topics.stream()
                .filter(topic -> topic.name().equals(service.journal()))
                .mapToInt(Topic::partitions)
                .findFirst()
                .orElseThrow(() -> new CannotRun(file + " has no topic " + service.journal() + ", the journal of "
                        + service.name() + "; add it there."));
    }
}
