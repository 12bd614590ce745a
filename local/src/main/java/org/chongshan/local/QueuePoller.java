package org.chongshan.local;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.shell.Settings;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lambda's event source mapping for one queue: batches of up to ten, partial batch responses. What the function reports,
 * and every later message of the same group, stays in the queue and becomes visible again in its time.
 */
public final class QueuePoller extends Loop {
    /** ElasticMQ, when it stops, waits for those who wait for messages. */
    private static final int LONG_POLL_SECONDS = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final Queued function;
    private final String url;
    private final SqsClient sqs;
    private final Invoker invoker;

    QueuePoller(Queued function, Settings settings, SqsClient sqs, Invoker invoker) {
        super("queue of " + function.name());
        this.function = function;
        this.url = settings.queueUrl(function.queueName());
        this.sqs = sqs;
        this.invoker = invoker;
    }

    @Override
    boolean once() throws InterruptedException {
        var messages = waiting(() -> sqs
                .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10)
                        .waitTimeSeconds(LONG_POLL_SECONDS).messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages());
        if (isClosed() || messages.isEmpty()) {
            return true;
        }
        var failed = failures(invoker.invoke(function.name(), event(function, messages)), messages);
        var done = messages.stream().filter(message -> !failed.contains(message.messageId()))
                .map(message -> DeleteMessageBatchRequestEntry.builder().id(message.messageId())
                        .receiptHandle(message.receiptHandle()).build())
                .toList();
        if (!done.isEmpty()) {
            sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(done));
        }
        return true;
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
