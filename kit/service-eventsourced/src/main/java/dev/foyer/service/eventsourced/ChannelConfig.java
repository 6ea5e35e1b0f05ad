package dev.foyer.service.eventsourced;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** What {@code mp.messaging.incoming} says about the channels of this service. */
@ApplicationScoped
public class ChannelConfig {

    @Inject
    Config config;

    /** The group whose positions the channel moves. */
    String group(String channel) {
        return config.getValue(attribute(channel, "group.id"), String.class);
    }

    /**
     * The group of the one of these channels that reads this topic.
     *
     * @throws IllegalArgumentException when none of them does
     */
    String groupOf(String topic, Collection<String> channels) {
        return channelOf(topic, channels)
                .map(this::group)
                .orElseThrow(() -> new IllegalArgumentException("No channel reads " + topic));
    }

    /** The first of these channels that reads this topic; empty when none does. */
    public Optional<String> channelOf(String topic, Collection<String> channels) {
        return channels.stream().filter(channel -> reads(channel, topic)).findFirst();
    }

    private boolean reads(String channel, String topic) {
        Optional<String> one = config.getOptionalValue(attribute(channel, "topic"), String.class);
        boolean pattern = config.getOptionalValue(attribute(channel, "pattern"), Boolean.class)
                .orElse(false);
        return one.map(name -> pattern ? Pattern.matches(name, topic) : name.equals(topic))
                .orElseGet(() -> config.getOptionalValues(attribute(channel, "topics"), String.class)
                        .orElse(List.of(channel))
                        .contains(topic));
    }

    private static String attribute(String channel, String name) {
        return "mp.messaging.incoming." + channel + "." + name;
    }
}
