package org.chongshan.local.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.chongshan.events.Programme;
import org.chongshan.local.Engines;
import org.chongshan.local.Provision;
import org.chongshan.shell.Settings;
import org.chongshan.shell.TableShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** What the embedded engines say is written is on the disk, and what waited in a queue waits there again, in its order. */
class EnginesOnDiskTest {
    private static final String QUEUE = "lead.fifo";
    private static final int ITEMS = 20;

    @TempDir
    private Path folder;

    @Test
    void a_group_keeps_its_order_and_its_lock_and_nothing_stays_hidden_when_its_holder_is_gone() {
        try (var engines = Engines.embedded(folder)) {
            provision(engines);
            for (int i = 1; i <= 15; i++) {
                send(engines, "a", "a" + i);
            }
            send(engines, "b", "b1");
            assertThat(receive(engines, 10)).isNotEmpty();
        }
        try (var engines = Engines.embedded(folder)) {
            provision(engines);
            send(engines, "a", "a16");
            var first = receive(engines, 2);
            var second = receive(engines, 10);
            if (first.getFirst().startsWith("b")) {
                assertThat(first).containsExactly("b1", "a1");
                assertThat(second).as("the group is locked").isEmpty();
            } else {
                assertThat(first).containsExactly("a1", "a2");
                assertThat(second).as("the group is locked").containsExactly("b1");
            }
        }
        try (var engines = Engines.embedded(folder)) {
            provision(engines);
            assertThat(receive(engines, 10).stream().filter(body -> body.startsWith("a")))
                    .as("the order outlives a second restart").startsWith("a1", "a2", "a3");
        }
    }

    /** Not once in this process: a process of its own writes, and is gone the moment it has its answer. */
    @Test
    void a_transaction_answered_is_there_when_the_process_died_with_the_answer() throws Exception {
        for (int i = 0; i < 3; i++) {
            var java = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    Writer.class.getName(), folder.toString(), "run-" + i)).inheritIO().start();
            assertThat(java.waitFor()).as("it died by itself").isEqualTo(Writer.DIED);
            try (var engines = Engines.embedded(folder)) {
                for (int item = 0; item < ITEMS; item++) {
                    var key = Writer.key("run-" + i, item);
                    assertThat(engines.dynamo().getItem(get -> get.tableName(Writer.TABLE).key(key)).hasItem())
                            .as("item %d of run %d", item, i).isTrue();
                }
            }
        }
    }

    private static void provision(Engines engines) {
        new Provision(engines.dynamo(), engines.sqs(), new Settings("", engines.queueBase())).run(30);
        engines.sendLeftMessages();
    }

    private static void send(Engines engines, String group, String body) {
        engines.sqs().sendMessage(send -> send.queueUrl(engines.queueBase() + QUEUE).messageGroupId(group)
                .messageDeduplicationId(body).messageBody(body));
    }

    private static List<String> receive(Engines engines, int most) {
        return engines.sqs().receiveMessage(get -> get.queueUrl(engines.queueBase() + QUEUE).maxNumberOfMessages(most))
                .messages().stream().map(Message::body).toList();
    }

    /** Writes transactions until the last is answered, and dies without a word. */
    static final class Writer {
        static final int DIED = 137;
        static final String TABLE = Programme.RELIEF.tableName();

        private Writer() {}

        public static void main(String[] arguments) {
            var engines = Engines.embedded(Path.of(arguments[0]));
            provision(engines);
            for (int i = 0; i < ITEMS; i++) {
                var key = key(arguments[1], i);
                engines.dynamo().transactWriteItems(
                        write -> write.transactItems(item -> item.put(put -> put.tableName(TABLE).item(key))));
            }
            Runtime.getRuntime().halt(DIED);
        }

        static Map<String, AttributeValue> key(String run, int item) {
            return Map.of(TableShape.PK, fromS(run), TableShape.SK, fromS("item-" + item));
        }
    }
}
