/**
 * Says whether what callers were told can be true. Knows nothing of Kafka or processes: it gets the history of all calls
 * and the journal as it was read back, and names everything that must not be. Each account is checked by itself: its
 * journal is one line of entries, and every answer must be the truth about some point on that line between the moment
 * of the call and that of the answer.
 */
package dev.foyer.proof.checker;
