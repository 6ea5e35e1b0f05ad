/**
 * Foyer on one machine. The bash script {@code ./foyer} finds a JDK and builds; everything else is here: starting
 * broker, SMTP sink and the four services as processes, the demo, and the small commands around them. Plain Java, so
 * that the launcher itself is up in a moment and depends on nothing that it starts.
 */
package dev.foyer.local;
