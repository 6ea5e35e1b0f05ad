/**
 * The topics as {@code deploy/topics.yaml} lists them, and their creation on a broker. Creating is idempotent; a topic
 * that exists with another number of partitions stops the start, since keys would be looked for in the wrong place.
 */
package dev.foyer.local.topics;
