package dev.foyer.local.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The content of {@code deploy/topics.yaml}. */
public record TopicList(List<Topic> topics) {

    /** Throws {@link CannotRun} when the file is missing or says something unknown. */
    public static TopicList read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), TopicList.class);
        } catch (IOException e) {
            throw new CannotRun("The list of topics " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The topics that exist with these tenants: one for each where a name says {@code <tenant>}. */
    public TopicList of(Collection<String> tenants) {
        return new TopicList(topics.stream()
                .flatMap(topic -> topic.isOfTenants() ? tenants.stream().map(topic::of) : Stream.of(topic))
                .toList());
    }
}
