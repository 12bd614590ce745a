package org.chongshan.local;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * What an earlier process left in the queues. ElasticMQ, when it restores a message, forgets that its queue is FIFO: the
 * groups would lose their order and their locks. What was in flight would stay hidden although nobody holds it any more. And it
 * answers before it has restored: a queue that is made meanwhile is not restored at all. So it finds its store empty, and is
 * sent the messages anew, in the order they were sent. Until then each stands in a table of its own; a process killed
 * meanwhile loses none and may send one twice, which the journal finds out.
 *
 * @param store JDBC URL of ElasticMQ's store
 */
record LeftMessages(String store) {
    private static final Logger LOG = LoggerFactory.getLogger("org.chongshan.local");
    private static final int MOST_MESSAGES = 10;
    private static final int MOST_BYTES = 200_000;

    private record Left(long position, String queue, SendMessageBatchRequestEntry entry) {
        int bytes() {
            return entry.messageBody().getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /** Sets them aside; before ElasticMQ starts. */
    void setAside() throws SQLException {
        try (var connection = connection(); var sql = connection.createStatement()) {
            sql.execute("create table if not exists queue (name varchar unique, data blob)");
            sql.execute("""
                    create table if not exists left_message (position bigint generated always as identity primary key,
                        queue varchar, content blob, group_id varchar, deduplication_id varchar)""");
            connection.setAutoCommit(false);
            var queues = new ArrayList<String>();
            try (var names = sql.executeQuery("select name from queue order by name")) {
                while (names.next()) {
                    queues.add(names.getString(1));
                }
            }
            for (var queue : queues) {
                if (isStored(connection, table(queue))) {
                    try (var move = connection.prepareStatement("""
                            insert into left_message (queue, content, group_id, deduplication_id)
                            select ?, content, group_id, deduplication_id from %s
                            order by created, cast(sequence_number as bigint)""".formatted(table(queue)))) {
                        move.setString(1, queue);
                        move.executeUpdate();
                    }
                    sql.executeUpdate("delete from " + table(queue));
                }
            }
            sql.executeUpdate("delete from queue");
            connection.commit();
        }
    }

    /**
     * Sends them again. How often each was received begins anew. What is for a queue that no longer exists stays set aside.
     *
     * @throws IllegalStateException when one cannot be sent
     */
    void sendAgain(SqsClient sqs, String queueBase) {
        try (var connection = connection();
                var sent = connection.prepareStatement("delete from left_message where position = ?")) {
            for (var batch : batches(connection)) {
                if (send(sqs, queueBase, batch)) {
                    for (var left : batch) {
                        sent.setLong(1, left.position());
                        sent.addBatch();
                    }
                    sent.executeBatch();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the queues' store cannot be read", e);
        }
    }

    private static boolean send(SqsClient sqs, String queueBase, List<Left> batch) {
        var queue = batch.getFirst().queue();
        try {
            var failed = sqs.sendMessageBatch(send -> send.queueUrl(queueBase + queue)
                    .entries(batch.stream().map(Left::entry).toList())).failed();
            if (!failed.isEmpty()) {
                throw new IllegalStateException("what was left in " + queue + " cannot be sent: "
                        + failed.getFirst().code());
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

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(store, "", "");
    }

    private static boolean isStored(Connection connection, String table) throws SQLException {
        try (var found = connection.prepareStatement(
                "select 1 from information_schema.tables where lower(table_name) = lower(?)")) {
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
