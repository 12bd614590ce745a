package org.chongshan.local;

import java.net.URI;
import java.nio.file.Path;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in this JVM. Its own server listens on every interface; this one on 127.0.0.1 alone, and it answers a
 * transaction when it is on the disk.
 */
final class EmbeddedDynamo implements AutoCloseable {
    private final LocalDynamoDBServerHandler handler;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    /** Starts it, in memory or with its files in a folder. */
    EmbeddedDynamo(@Nullable Path data) throws Exception {
        handler = new LocalDynamoDBServerHandler(
                new CommittedFirst(data == null, data == null ? null : data.toString()), null);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        handler.close();
    }

    /**
     * DynamoDB Local hands a transaction's COMMIT to its SQLite thread and answers without waiting for it: a process killed
     * just then has lost what it said was written. Any read queues behind the COMMIT.
     */
    private static final class CommittedFirst extends LocalDynamoDBRequestHandler {
        private static final ListTablesRequest ANY_READ = ListTablesRequest.builder().limit(1).build();
        private final boolean inMemory;

        CommittedFirst(boolean inMemory, @Nullable String folder) {
            super(0, inMemory, folder, false, false);
            this.inMemory = inMemory;
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(String accessKey, String region,
                TransactWriteItemsRequest request) {
            var answer = super.transactWriteItems(accessKey, region, request);
            if (!inMemory) {
                listTables(accessKey, region, ANY_READ);
            }
            return answer;
        }
    }
}
