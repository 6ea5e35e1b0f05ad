/**
 * The read model: a Lucene index of what the public topics say. {@link dev.foyer.gateway.index.Feed} reads the topics,
 * {@link dev.foyer.gateway.index.IndexBatch} folds events into entries, {@link dev.foyer.gateway.index.Store} keeps them
 * together with the Kafka positions that they stand for, so the directory can be deleted at any time. Who reads gets a
 * {@link dev.foyer.gateway.index.TenantView} and therefore never sees another tenant's entries.
 */
package dev.foyer.gateway.index;
