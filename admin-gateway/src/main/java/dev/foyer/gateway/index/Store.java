package dev.foyer.gateway.index;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;

/**
 * The Lucene index together with the Kafka positions that it stands for: both are committed at once, so a crash between
 * two commits only means reading some records again. Written by the feed's thread; {@link #searchers} may be used by
 * any thread.
 */
final class Store implements AutoCloseable {

    /** Raised when documents or fields change; an index of another format is thrown away and built again. */
    static final String FORMAT = "17";

    private static final Logger LOG = Logger.getLogger(Store.class);
    private static final String FORMAT_KEY = "format";
    private static final String CLUSTER_KEY = "cluster";

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String cluster;
    private final Map<TopicPartition, Long> committed;
    private final boolean mayHoldMore;

    private Store(IndexWriter writer, String cluster, Map<TopicPartition, Long> committed) throws IOException {
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.cluster = cluster;
        this.committed = committed;
        this.mayHoldMore = !committed.isEmpty();
    }

    /**
     * Opens what is there, or begins anew when it was written in another format or from other topics.
     *
     * @param cluster which cluster and topics they are, see {@link TopicIdentity}: positions of others mean nothing
     * @throws UnusableIndex when the index is corrupt; {@link #wipe} helps then
     * @throws LockObtainFailedException when another process writes to it
     */
    static Store open(Directory directory, String cluster) throws LockObtainFailedException {
        try {
            return tryOpen(directory, cluster);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnusableIndex(e);
        }
    }

    private static Store tryOpen(Directory directory, String cluster) throws IOException {
        Map<String, String> data = commitData(directory).orElse(Map.of());
        if (FORMAT.equals(data.get(FORMAT_KEY)) && cluster.equals(data.get(CLUSTER_KEY))) {
            return new Store(writer(directory, IndexWriterConfig.OpenMode.APPEND), cluster, positions(data));
        }
        return new Store(writer(directory, IndexWriterConfig.OpenMode.CREATE), cluster, Map.of());
    }

    /** Forgets everything; the next {@link #open} begins anew. */
    static void wipe(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    /** Where reading goes on; partitions that are not in it begin at their beginning. */
    Map<TopicPartition, Long> committed() {
        return committed;
    }

    /**
     * Whether records behind {@link #committed} may be in it already: a commit takes what is written until it begins,
     * its positions were taken a moment before. Entries do not mind; of events that are read again there must not be
     * two.
     */
    boolean mayHoldMore() {
        return mayHoldMore;
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** Visible to searchers after {@link #refresh}. */
    void write(RecentEntries.Generation recent) throws IOException {
        // Events first: what they changed can be told only while the entries are as before, and a commit may come
        // between.
        for (HistoryEntry event : recent.history()) {
            put(event, recent.readAgain());
        }
        for (Map.Entry<String, Optional<Entry>> one : recent.entries().entrySet()) {
            if (one.getValue().isPresent()) {
                put(one.getValue().get(), true);
            } else {
                writer.deleteDocuments(term(one.getKey()));
            }
        }
    }

    /**
     * One that the index takes in no form is left out: no record stops all others.
     *
     * @param replaces the entry of the same kind, tenant and key, if there is one
     */
    private void put(Entry entry, boolean replaces) throws IOException {
        Document document;
        try {
            document = Documents.write(entry);
        } catch (RuntimeException e) {
            leftOut(entry, e);
            return;
        }
        try {
            if (replaces) {
                writer.updateDocument(term(Kind.of(entry).id(entry.tenant(), entry.key())), document);
            } else {
                writer.addDocument(document);
            }
        } catch (IllegalArgumentException e) {
            leftOut(entry, e);
        }
    }

    /** The message of why has the beginning of what the index does not take. */
    private static void leftOut(Entry entry, RuntimeException why) {
        LOG.errorf(
                "A %s is left out of the index (%s).",
                Kind.of(entry), why.getClass().getSimpleName());
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /**
     * Makes what was put durable, as of these positions (of the next record of each partition): all records before them
     * must have been put. More may be.
     */
    void commit(Map<TopicPartition, Long> positions) throws IOException {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT_KEY, FORMAT);
        data.put(CLUSTER_KEY, cluster);
        positions.forEach((partition, next) -> data.put(partition.topic() + "-" + partition.partition(), next + ""));
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /** Closes without a commit: what is not committed is read again from Kafka. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
    }

    static Term term(String id) {
        return new Term(Fields.ID, NameAnalyzer.whole(id));
    }

    private static IndexWriter writer(Directory directory, IndexWriterConfig.OpenMode mode) throws IOException {
        return new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setOpenMode(mode)
                        .setCommitOnClose(false)
                        // Small segments are merged by threads of their own; no refresh and no commit waits for that.
                        .setMaxFullFlushMergeWaitMillis(0));
    }

    private static Optional<Map<String, String>> commitData(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Optional.empty();
        }
        Collection<IndexCommit> commits = DirectoryReader.listCommits(directory);
        Map<String, String> latest = Map.of();
        for (IndexCommit commit : commits) {
            latest = commit.getUserData();
        }
        return Optional.of(latest);
    }

    private static Map<TopicPartition, Long> positions(Map<String, String> data) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        data.forEach((key, next) -> {
            if (!key.equals(FORMAT_KEY) && !key.equals(CLUSTER_KEY)) {
                int dash = key.lastIndexOf('-');
                positions.put(
                        new TopicPartition(key.substring(0, dash), Integer.parseInt(key.substring(dash + 1))),
                        Long.parseLong(next));
            }
        });
        return positions;
    }
}
