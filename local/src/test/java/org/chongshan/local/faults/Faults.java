package org.chongshan.local.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What goes wrong at a call boundary, drawn from a seed and counted. */
final class Faults {
    /** Kinds of it. */
    enum Kind {
        /** The engine asks to come again later. */
        THROTTLED("throttled"),
        /** The request never arrived. */
        TIMED_OUT("timed out before the call"),
        /** Another transaction had the item in hand. */
        CONFLICT("transaction conflict"),
        /** It was done, and nobody heard. */
        ANSWER_LOST("answer lost after the call"),
        /** Of a batch, some were not done. */
        PARTLY_DONE("batch partly done"),
        /** The process died before the call. */
        DIED_BEFORE("process died before the call"),
        /** The process died after the call. */
        DIED_AFTER("process died after the call");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final SplittableRandom random;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private double rate;

    Faults(SplittableRandom random, double rate) {
        this.random = random;
        this.rate = rate;
    }

    /** From now on nothing goes wrong. */
    void end() {
        rate = 0;
    }

    Map<Kind, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /**
     * What goes wrong with this call; null when nothing does.
     *
     * @param mortal whether the caller is a process that may die
     */
    Kind next(SdkRequest request, boolean mortal) {
        if (random.nextDouble() >= rate) {
            return null;
        }
        var possible = new ArrayList<>(List.of(Kind.THROTTLED, Kind.TIMED_OUT, Kind.ANSWER_LOST));
        if (isWrite(request)) {
            possible.add(Kind.CONFLICT);
        }
        if (request instanceof SendMessageBatchRequest || request instanceof DeleteMessageBatchRequest) {
            possible.add(Kind.PARTLY_DONE);
        }
        if (mortal) {
            possible.addAll(List.of(Kind.DIED_BEFORE, Kind.DIED_AFTER));
        }
        var kind = possible.get(random.nextInt(possible.size()));
        counts.merge(kind, 1L, Long::sum);
        return kind;
    }

    static boolean isWrite(SdkRequest request) {
        return request instanceof TransactWriteItemsRequest || request instanceof PutItemRequest
                || request instanceof UpdateItemRequest || request instanceof DeleteItemRequest;
    }

    static SdkException timeout() {
        return ApiCallTimeoutException.create(1_000);
    }

    SdkException throttled(SdkRequest request) {
        if (request.getClass().getName().contains(".sqs.")) {
            return (SdkException) SqsException.builder().message("RequestThrottled").statusCode(403).build();
        }
        return request instanceof TransactWriteItemsRequest transaction && random.nextBoolean()
                ? cancelled(transaction, "ThrottlingError")
                : ProvisionedThroughputExceededException.builder().message("throttled").statusCode(400).build();
    }

    SdkException conflict(SdkRequest request) {
        return request instanceof TransactWriteItemsRequest transaction
                ? cancelled(transaction, "TransactionConflict")
                : TransactionConflictException.builder().message("conflict").statusCode(400).build();
    }

    private DynamoDbException cancelled(TransactWriteItemsRequest transaction, String code) {
        var hit = random.nextInt(transaction.transactItems().size());
        var reasons = new ArrayList<CancellationReason>();
        for (int i = 0; i < transaction.transactItems().size(); i++) {
            reasons.add(CancellationReason.builder().code(i == hit ? code : "None").build());
        }
        return TransactionCanceledException.builder().message(code).statusCode(400).cancellationReasons(reasons)
                .build();
    }
}
