package dev.foyer.pin.domain.scan;

import java.time.Instant;

/** What one decision may know of the world. */
public record CallSourceContext(SourceKind kind, Instant now) {}
