package dev.foyer.gateway.streams;

import java.time.Duration;

/**
 * What a connection may cost.
 *
 * @param kept how far back who comes again is read what it missed
 * @param heartbeat after so long without an event a comment says that the connection is alive
 * @param connectionAge how long one connection lasts; then the client comes again, and proves again who it is
 * @param buffer how many events wait for one connection
 * @param mostConnections that this gateway holds
 * @param mostOfATenant and of one tenant
 */
public record StreamLimits(
        Duration kept,
        Duration heartbeat,
        Duration connectionAge,
        int buffer,
        int mostConnections,
        int mostOfATenant) {}
