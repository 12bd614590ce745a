package org.chongshan.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.elasticmq.persistence.sql.DB;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scalikejdbc.ConnectionPool;
import scalikejdbc.DataSourceConnectionPool;
import scalikejdbc.DataSourceConnectionPoolSettings;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * What an earlier process left in the queues. ElasticMQ, when it restores a message, forgets that its queue is FIFO: the
 * groups would lose their order and their locks. What was in flight would stay hidden although nobody holds it any more. And it
 * answers before it has restored: a queue that is made meanwhile is not restored at all. So it begins with a new store, and is
 * sent the messages anew, in the order they were sent. Until the last is sent all of them stand in a store of their own: what a
 * process killed meanwhile had sent comes again in front of what it had not, and twice, which the journal finds out.
 */
final class LeftMessages {
    /**
     * H2 writes half a second after a commit unless told otherwise; a killed process would lose that half second. And
     * compacting at the end fails on the store of a process that was killed.
     */
    private static final String SETTINGS = ";WRITE_DELAY=0;MAX_COMPACT_TIME=0";

    private static final Logger LOG = LoggerFactory.getLogger("org.chongshan.local");
    private static final int MOST_MESSAGES = 10;
    private static final int MOST_BYTES = 200_000;

    private record Left(long position, String queue, SendMessageBatchRequestEntry entry) {
        int bytes() {
            return entry.messageBody().getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private final Path queues;
    private final Path left;

    /** The queues of a data folder. */
    LeftMessages(Path data) {
        queues = data.toAbsolutePath().resolve("queues");
        left = data.toAbsolutePath().resolve("queues-left");
    }

    /**
     * Where ElasticMQ is to keep its messages. H2 would close under the messages in hand when the process is told to stop; and
     * what it frees it may use again at once, or the store would only grow.
     */
    String storeUrl() {
        return "jdbc:h2:" + queues + SETTINGS + ";DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=0";
    }

    /**
     * Opens the store that ElasticMQ is to keep its messages in. By itself it would open one in the whole life of a JVM, the
     * first it is told of, and never close it.
     */
    JdbcConnectionPool newStore(ElasticMQServerConfig config) {
        DB.initializeSingleton(config.sqlQueuePersistenceConfig());
        var store = JdbcConnectionPool.create(storeUrl(), "", "");
        ConnectionPool.singleton(new DataSourceConnectionPool(store,
                DataSourceConnectionPoolSettings.apply("org.h2.Driver"), store::dispose));
        return store;
    }

    /** Sets them aside; before ElasticMQ starts. */
    void setAside() throws SQLException, IOException {
        try (var to = open(left); var sql = to.createStatement()) {
            sql.execute("""
                    create table if not exists left_message (position bigint generated always as identity primary key,
                        queue varchar, content blob, group_id varchar, deduplication_id varchar)""");
            if (Files.exists(file(queues))) {
                to.setAutoCommit(false);
                try (var from = open(queues)) {
                    copy(from, to);
                }
                to.commit();
                Files.delete(file(queues));
            }
        }
    }

    private static void copy(Connection from, Connection to) throws SQLException {
        var queues = new ArrayList<String>();
        try (var sql = from.createStatement()) {
            if (!isStored(from, "queue")) {
                return;
            }
            try (var names = sql.executeQuery("select name from queue order by name")) {
                while (names.next()) {
                    queues.add(names.getString(1));
                }
            }
            for (var queue : queues) {
                if (isStored(from, table(queue))) {
                    try (var messages = sql.executeQuery("select content, group_id, deduplication_id from "
                            + table(queue) + " order by created, cast(sequence_number as bigint)")) {
                        copy(queue, messages, to);
                    }
                }
            }
        }
    }

    private static void copy(String queue, ResultSet messages, Connection to) throws SQLException {
        try (var insert = to.prepareStatement(
                "insert into left_message (queue, content, group_id, deduplication_id) values (?, ?, ?, ?)")) {
            while (messages.next()) {
                insert.setString(1, queue);
                insert.setBytes(2, messages.getBytes(1));
                insert.setString(3, messages.getString(2));
                insert.setString(4, messages.getString(3));
                insert.executeUpdate();
            }
        }
    }

    /**
     * Sends them again. How often each was received begins anew. What is for a queue that no longer exists stays set aside.
     *
     * @throws IllegalStateException when one cannot be sent
     */
    void sendAgain(SqsClient sqs, String queueBase) {
        try (var connection = open(left);
                var sent = connection.prepareStatement("delete from left_message where position = ?")) {
            for (var batch : batches(connection)) {
                if (send(sqs, queueBase, batch)) {
                    for (var left : batch) {
                        sent.setLong(1, left.position());
                        sent.addBatch();
                    }
                }
            }
            connection.setAutoCommit(false);
            sent.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the queues' store cannot be read", e);
        }
    }

    private static boolean send(SqsClient sqs, String queueBase, List<Left> batch) {
        var queue = batch.getFirst().queue();
        try {
            var failed = sqs
                    .sendMessageBatch(
                            send -> send.queueUrl(queueBase + queue).entries(batch.stream().map(Left::entry).toList()))
                    .failed();
            if (!failed.isEmpty()) {
                throw new IllegalStateException(
                        "what was left in " + queue + " cannot be sent: " + failed.getFirst().code());
            }
            return true;
        } catch (QueueDoesNotExistException e) {
            LOG.warn("{} messages are left for {}, which is no more", batch.size(), queue);
            return false;
        }
    }

    private static List<List<Left>> batches(Connection connection) throws SQLException {
        var batches = new ArrayList<List<Left>>();
        var bytes = 0;
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery("select * from left_message order by position")) {
            while (rows.next()) {
                var position = rows.getLong("position");
                var left = new Left(position, rows.getString("queue"),
                        SendMessageBatchRequestEntry.builder().id(Long.toString(position))
                                .messageGroupId(rows.getString("group_id"))
                                .messageDeduplicationId(rows.getString("deduplication_id"))
                                .messageBody(new String(rows.getBytes("content"), StandardCharsets.UTF_8)).build());
                bytes += left.bytes();
                if (batches.isEmpty() || batches.getLast().size() == MOST_MESSAGES || bytes > MOST_BYTES
                        || !batches.getLast().getFirst().queue().equals(left.queue())) {
                    batches.add(new ArrayList<>());
                    bytes = left.bytes();
                }
                batches.getLast().add(left);
            }
        }
        return batches;
    }

    private static Connection open(Path store) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + store + SETTINGS, "", "");
    }

    private static Path file(Path store) {
        return store.resolveSibling(store.getFileName() + ".mv.db");
    }

    private static boolean isStored(Connection connection, String table) throws SQLException {
        try (var found = connection
                .prepareStatement("select 1 from information_schema.tables where lower(table_name) = lower(?)")) {
            found.setString(1, table);
            try (var rows = found.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** As ElasticMQ names it. */
    private static String table(String queue) {
        return "message_" + queue.replace('.', '_').replace('-', '_') + "_" + Integer.toHexString(queue.hashCode());
    }
}
