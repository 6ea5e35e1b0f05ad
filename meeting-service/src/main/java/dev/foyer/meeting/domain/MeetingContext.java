package dev.foyer.meeting.domain;

import java.time.Instant;

/** What a decision is given from outside. */
public record MeetingContext(Instant now) {}
