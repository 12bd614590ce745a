package org.chongshan.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.chongshan.local.faults.Boundary;
import org.chongshan.shell.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What waited in a queue keeps its order, also when the start that sends it anew ends in the midst of it. */
class LeftMessagesTest {
    private static final String QUEUE = "lead.fifo";
    private static final List<String> SENT = IntStream.rangeClosed(1, 25).mapToObj(i -> "a" + i).toList();

    @TempDir
    private Path folder;

    @Test
    void a_group_keeps_its_order_when_a_start_ends_before_all_of_it_was_sent_again() {
        try (var engines = started()) {
            SENT.forEach(body -> engines.sqs().sendMessage(send -> send.queueUrl(engines.queueBase() + QUEUE)
                    .messageGroupId("a").messageDeduplicationId(body).messageBody(body)));
        }
        try (var engines = started()) {
            assertThatIllegalStateException().isThrownBy(
                    () -> new LeftMessages(folder).sendAgain(endingAfterOne(engines.sqs()), engines.queueBase()))
                    .withMessage("it ends here");
        }
        try (var engines = started()) {
            engines.sendLeftMessages();
            assertThat(new LinkedHashSet<>(all(engines))).containsExactlyElementsOf(SENT);
        }
    }

    private Engines started() {
        var engines = Engines.embedded(folder);
        new Provision(engines.dynamo(), engines.sqs(), new Settings("", engines.queueBase())).run(30);
        return engines;
    }

    private static SqsClient endingAfterOne(SqsClient sqs) {
        var sent = new AtomicInteger();
        return Boundary.around(SqsClient.class, sqs, (request, engine) -> {
            if (request instanceof SendMessageBatchRequest && sent.incrementAndGet() > 1) {
                throw new IllegalStateException("it ends here");
            }
            try {
                return engine.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private static List<String> all(Engines engines) {
        var all = new ArrayList<String>();
        var queue = engines.queueBase() + QUEUE;
        while (true) {
            var messages = engines.sqs().receiveMessage(get -> get.queueUrl(queue).maxNumberOfMessages(10)).messages();
            if (messages.isEmpty()) {
                return all;
            }
            for (var message : messages) {
                all.add(message.body());
                engines.sqs().deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
            }
        }
    }
}
