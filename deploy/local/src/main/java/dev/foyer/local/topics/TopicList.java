package dev.foyer.local.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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
}
