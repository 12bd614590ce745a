package org.chongshan.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.shell.Settings;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lambda's event source mapping for one queue: batches of up to ten, partial batch responses. What the function reports,
 * and every later message of the same group, stays in the queue and becomes visible again in its time.
 */
public final class QueuePoller extends Loop {
    /** ElasticMQ, when it stops, waits for those who wait for messages. */
    private static final int LONG_POLL_SECONDS = 1;
    /** What somebody moves back from the dead letters is found by looking. */
    private static final Duration LOOKS_AT_LEAST_EVERY = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final Queued function;
    private final String url;
    private final SqsClient sqs;
    private final Invoker invoker;
    private final Traffic traffic;
    private final Traffic.Arrivals arrivals;
    /** Whether the last look found nothing, and nothing is hidden that comes again. */
    private volatile boolean empty;
    /** Whether something was taken and not taken away: it is hidden, and comes again. */
    private boolean hidden;
    /** How much had been sent when the last look began. */
    private volatile long seen = -1;

    QueuePoller(Queued function, Settings settings, Engines engines, Invoker invoker) {
        super("queue of " + function.name());
        this.function = function;
        this.url = settings.queueUrl(function.queueName());
        this.sqs = engines.sqs();
        this.traffic = engines.traffic();
        this.arrivals = traffic.to(url);
        this.invoker = invoker;
    }

    /** Whether nothing is in it, nothing in hand, and nothing hidden that comes again. */
    boolean isDry() {
        return traffic.isComplete() ? empty && seen == arrivals.count() : isWaiting() && held() == 0;
    }

    @Override
    boolean once() throws InterruptedException {
        if (traffic.isComplete() && isDry()) {
            waiting(() -> {
                arrivals.awaitMoreThan(seen, LOOKS_AT_LEAST_EVERY.toMillis());
                return null;
            });
        }
        var before = arrivals.count();
        // What is dry is woken by what is sent; what comes again by itself is waited for.
        var seconds = traffic.isComplete() && before != seen ? 0 : LONG_POLL_SECONDS;
        var messages = waiting(
                () -> sqs
                        .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10)
                                .waitTimeSeconds(seconds).messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                        .messages());
        if (messages.isEmpty()) {
            hidden = hidden && held() > 0;
            empty = !hidden;
            seen = before;
            return true;
        }
        empty = false;
        var wasHidden = hidden;
        hidden = true;
        if (!isClosed() && handle(messages)) {
            hidden = wasHidden;
        }
        return true;
    }

    private long held() {
        return held(sqs, url);
    }

    /** Messages of a queue that wait or are hidden. */
    static long held(SqsClient sqs, String url) {
        return sqs
                .getQueueAttributes(
                        get -> get.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes().values().stream().mapToLong(Long::parseLong).sum();
    }

    /** Whether nothing of it comes again. */
    private boolean handle(List<Message> messages) {
        var failed = failures(invoker.invoke(function.name(), event(function, messages)), messages);
        var done = messages.stream().filter(message -> !failed.contains(message.messageId()))
                .map(message -> DeleteMessageBatchRequestEntry.builder().id(message.messageId())
                        .receiptHandle(message.receiptHandle()).build())
                .toList();
        if (!done.isEmpty()) {
            sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(done));
        }
        return failed.isEmpty();
    }

    /** As Lambda reads the answer: an identifier it does not know, or an empty one, fails the whole batch. */
    public static Set<String> failures(byte[] answer, List<Message> messages) {
        var all = messages.stream().map(Message::messageId).toList();
        var failed = new HashSet<String>();
        for (var item : JSON.readTree(answer).path("batchItemFailures")) {
            var id = item.path("itemIdentifier").stringValue("");
            if (!all.contains(id)) {
                return new HashSet<>(all);
            }
            failed.add(id);
        }
        return failed;
    }

    /** What Lambda passes to the function. */
    public static byte[] event(Queued function, List<Message> messages) {
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        for (var message : messages) {
            var record = records.addObject().put("messageId", message.messageId())
                    .put("receiptHandle", message.receiptHandle()).put("body", message.body())
                    .put("md5OfBody", message.md5OfBody()).put("eventSource", "aws:sqs")
                    .put("eventSourceARN",
                            "arn:aws:sqs:" + Engines.REGION + ":" + Engines.ACCOUNT + ":" + function.queueName())
                    .put("awsRegion", Engines.REGION);
            record.putObject("messageAttributes");
            var attributes = record.putObject("attributes");
            message.attributesAsStrings().forEach(attributes::put);
        }
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
