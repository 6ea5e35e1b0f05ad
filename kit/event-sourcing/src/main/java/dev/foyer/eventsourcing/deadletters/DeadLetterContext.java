package dev.foyer.eventsourcing.deadletters;

import dev.foyer.base.CommandMeta;
import java.time.Instant;

/** What one decision may know of the world. @param meta who asks, and by which command */
public record DeadLetterContext(Instant now, CommandMeta meta) {}
