/**
 * The proof of the kit: {@code ./foyer bench} measures it beside bare Kafka, {@code ./foyer chaos} attacks it and checks
 * every promise afterwards. Nothing here is part of a running Foyer.
 */
package dev.foyer.proof;
