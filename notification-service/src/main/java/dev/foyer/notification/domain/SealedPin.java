package dev.foyer.notification.domain;

/**
 * Where in {@code pin.deliveries} the sealed PIN of a mail lies. Only this pointer is ever kept: the journal is for
 * ever, the deliveries forget after the hold time, and so does everybody.
 */
public record SealedPin(int partition, long offset) {}
