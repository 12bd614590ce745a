package org.chongshan.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.chongshan.events.Envelope;
import org.chongshan.events.json.EventJson;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends envelopes to the queues of all functions that accept them. */
final class Mail {
    /** SQS takes ten messages and 256 KiB at once; a third of that leaves room for attributes. */
    private static final int MOST_MESSAGES = 10;
    private static final int MOST_CHARACTERS = 80_000;

    private final SqsClient sqs;
    private final Settings settings;
    private final Router router;

    Mail(SqsClient sqs, Settings settings, Router router) {
        this.sqs = sqs;
        this.settings = settings;
        this.router = router;
    }

    Router router() {
        return router;
    }

    /** Sends all, in order; answers the positions of those that some function may not have received. */
    Set<Integer> send(List<Envelope> envelopes) {
        var byQueue = new LinkedHashMap<String, List<SendMessageBatchRequestEntry>>();
        for (int i = 0; i < envelopes.size(); i++) {
            for (var envelope : router.spoken(envelopes.get(i))) {
                address(envelope, i, byQueue);
            }
        }
        var failed = new HashSet<Integer>();
        byQueue.forEach((url, entries) -> chunks(entries).forEach(chunk -> failed.addAll(send(url, chunk))));
        return failed;
    }

    private void address(Envelope envelope, int position, Map<String, List<SendMessageBatchRequestEntry>> byQueue) {
        var body = EventJson.write(envelope);
        // The digest, and not the id: the same id with other content must arrive, to be found out and reported.
        var digest = EventJson.digest(envelope);
        for (var destination : router.destinations(envelope.data())) {
            var entries = byQueue.computeIfAbsent(settings.queueUrl(destination.function().queueName()),
                    url -> new ArrayList<>());
            entries.add(SendMessageBatchRequestEntry.builder().id(position + "-" + entries.size())
                    .messageGroupId(destination.key().toString()).messageDeduplicationId(digest).messageBody(body)
                    .build());
        }
    }

    private static Integer positionOf(String entryId) {
        return Integer.valueOf(entryId.substring(0, entryId.indexOf('-')));
    }

    private Set<Integer> send(String url, List<SendMessageBatchRequestEntry> chunk) {
        try {
            var failed = new HashSet<Integer>();
            sqs.sendMessageBatch(request -> request.queueUrl(url).entries(chunk)).failed()
                    .forEach(failure -> failed.add(positionOf(failure.id())));
            return failed;
        } catch (SdkException e) {
            Log.failure("send", url.substring(url.lastIndexOf('/') + 1), e);
            return chunk.stream().map(entry -> positionOf(entry.id())).collect(Collectors.toSet());
        }
    }

    private static List<List<SendMessageBatchRequestEntry>> chunks(List<SendMessageBatchRequestEntry> entries) {
        var chunks = new ArrayList<List<SendMessageBatchRequestEntry>>();
        var size = 0;
        for (var entry : entries) {
            var length = entry.messageBody().length();
            var last = chunks.isEmpty() ? null : chunks.getLast();
            if (last == null || last.size() == MOST_MESSAGES || size + length > MOST_CHARACTERS) {
                last = new ArrayList<>();
                chunks.add(last);
                size = 0;
            }
            last.add(entry);
            size += length;
        }
        return chunks;
    }
}
