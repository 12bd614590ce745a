package org.chongshan.local;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * What went from here to tables and queues, noticed before whoever sent it has its answer. With engines of its own there is no
 * other traffic: a stream nobody wrote to need not be asked, nor a queue nobody sent to.
 */
final class Traffic implements ExecutionInterceptor {
    private final boolean complete;
    private final Map<String, Arrivals> places = new ConcurrentHashMap<>();

    /** What was written to one table, or sent to one queue. */
    static final class Arrivals {
        private long count;

        synchronized long count() {
            return count;
        }

        private synchronized void another() {
            count++;
            notifyAll();
        }

        /** Waits until there were more than so many, or that time is over. */
        synchronized void awaitMoreThan(long seen, long millis) throws InterruptedException {
            if (count == seen) {
                wait(millis);
            }
        }
    }

    /**
     * Notices nothing yet.
     *
     * @param complete whether nobody else writes and sends
     */
    Traffic(boolean complete) {
        this.complete = complete;
    }

    /** Whether nobody else writes and sends. */
    boolean isComplete() {
        return complete;
    }

    /** How much there was. */
    long count() {
        return places.values().stream().mapToLong(Arrivals::count).sum();
    }

    /** To a table by its name, to a queue by its URL. */
    Arrivals to(String place) {
        return places.computeIfAbsent(place, none -> new Arrivals());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        notice(context.request());
    }

    /** It may have arrived all the same. */
    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        notice(context.request());
    }

    private void notice(SdkRequest request) {
        switch (request) {
            case PutItemRequest put -> to(put.tableName()).another();
            case UpdateItemRequest update -> to(update.tableName()).another();
            case DeleteItemRequest delete -> to(delete.tableName()).another();
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream().filter(item -> item.put() != null)
                        .map(item -> item.put().tableName()).distinct().forEach(table -> to(table).another());
            case SendMessageBatchRequest batch -> to(batch.queueUrl()).another();
            case SendMessageRequest message -> to(message.queueUrl()).another();
            default -> {
                // It only reads, or takes away.
            }
        }
    }
}
