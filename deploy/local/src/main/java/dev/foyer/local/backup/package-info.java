/**
 * Backup and restore: what is committed in the topics, how far each group has read, who may do what, and which keys belong to it; never
 * a secret. A restore writes it into an empty cluster, where every record gets another offset: whatever says where a record lies says
 * its new place there ({@link dev.foyer.local.backup.Translation}).
 */
package dev.foyer.local.backup;
