package org.chongshan.local.engines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.chongshan.events.Programme;
import org.chongshan.local.Engines;
import org.chongshan.local.Provision;
import org.chongshan.local.TestEngines;
import org.chongshan.local.TestEngines.Kind;
import org.chongshan.shell.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/**
 * What the platform relies on in its stores and queues, one sentence each, on whatever engines {@link TestEngines} names. What
 * an engine is known not to do is skipped there, by name.
 */
@Tag(TestEngines.TAG)
class EngineContractTest {
    private static Engines engines;
    private static Settings settings;
    private static DynamoDbClient dynamo;
    private static SqsClient sqs;
    private static String table;

    @BeforeAll
    static void the_tables_and_queues_of_the_platform() {
        var endpoint = TestEngines.endpoint();
        engines = endpoint == null ? Engines.embedded(null) : Engines.at(endpoint);
        dynamo = engines.dynamo();
        sqs = engines.sqs();
        settings = new Settings(TestEngines.prefix(), engines.queueBase());
        new Provision(dynamo, sqs, settings).run(30);
        table = settings.table(Programme.RELIEF.tableName());
    }

    @AfterAll
    static void close() {
        if (engines != null) {
            engines.close();
        }
    }

    private static Map<String, AttributeValue> item(String pk, String sk, String... more) {
        var item = new HashMap<>(key(pk, sk));
        for (int i = 0; i < more.length; i += 2) {
            item.put(more[i], fromS(more[i + 1]));
        }
        return item;
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", fromS(pk), "sk", fromS(sk));
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static void put(Map<String, AttributeValue> item) {
        dynamo.putItem(put -> put.tableName(table).item(item));
    }

    /** The table. */
    @Nested
    class ATable {
        @Test
        void answers_a_put_whose_condition_fails_with_the_item_that_stands_there() {
            var pk = fresh();
            put(item(pk, "journal/1", "digest", "first"));
            var refused = catchThrowableOfType(ConditionalCheckFailedException.class,
                    () -> dynamo.putItem(put -> put.tableName(table).item(item(pk, "journal/1", "digest", "second"))
                            .conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            assertThat(refused.item().get("digest").s()).isEqualTo("first");
        }

        @Test
        void names_the_reasons_of_a_cancelled_transaction_in_the_order_of_its_items_with_the_old_item() {
            var pk = fresh();
            put(item(pk, "journal/2", "digest", "first"));
            var cancelled = catchThrowableOfType(TransactionCanceledException.class,
                    () -> dynamo.transactWriteItems(write -> write.transactItems(
                            IntStream.rangeClosed(1, 3).mapToObj(i -> onlyIfNew(item(pk, "journal/" + i))).toList())));
            assertThat(cancelled.cancellationReasons()).extracting("code").containsExactly("None",
                    "ConditionalCheckFailed", "None");
            assertThat(cancelled.cancellationReasons().get(1).item().get("digest").s()).isEqualTo("first");
        }

        @Test
        void writes_nothing_of_a_cancelled_transaction() {
            var pk = fresh();
            put(item(pk, "journal/2"));
            assertThat(catchThrowableOfType(TransactionCanceledException.class, () -> dynamo.transactWriteItems(
                    write -> write.transactItems(onlyIfNew(item(pk, "journal/1")), onlyIfNew(item(pk, "journal/2"))))))
                    .isNotNull();
            assertThat(dynamo.getItem(get -> get.tableName(table).key(key(pk, "journal/1")).consistentRead(true))
                    .hasItem()).isFalse();
        }

        @Test
        void lets_one_of_two_writers_pass_who_read_the_same_version() {
            var pk = fresh();
            var state = new HashMap<>(item(pk, "state"));
            state.put("version", fromN("1"));
            put(state);
            state.put("version", fromN("2"));
            var transaction = List.of(TransactWriteItem.builder().put(put -> put.tableName(table).item(state)
                    .conditionExpression("version = :read").expressionAttributeValues(Map.of(":read", fromN("1"))))
                    .build());
            dynamo.transactWriteItems(write -> write.transactItems(transaction));
            var second = catchThrowableOfType(TransactionCanceledException.class,
                    () -> dynamo.transactWriteItems(write -> write.transactItems(transaction)));
            assertThat(second.cancellationReasons().getFirst().code()).isEqualTo("ConditionalCheckFailed");
        }

        @Test
        void applies_a_transaction_with_one_client_token_once_and_tells_when_the_content_differs() {
            var pk = fresh();
            var token = fresh().substring(0, 36);
            for (int i = 0; i < 2; i++) {
                dynamo.transactWriteItems(
                        write -> write.clientRequestToken(token).transactItems(onlyIfNew(item(pk, "journal/1"))));
            }
            assertThat(catchThrowableOfType(IdempotentParameterMismatchException.class, () -> dynamo.transactWriteItems(
                    write -> write.clientRequestToken(token).transactItems(onlyIfNew(item(pk, "journal/other"))))))
                    .isNotNull();
        }

        @Test
        void reads_consistently_what_was_just_written() {
            var pk = fresh();
            for (int i = 0; i < 20; i++) {
                var round = Integer.toString(i);
                put(item(pk, "state", "state", round));
                assertThat(dynamo.getItem(get -> get.tableName(table).key(key(pk, "state")).consistentRead(true)).item()
                        .get("state").s()).isEqualTo(round);
            }
        }

        @Test
        void takes_a_deletion_and_a_put_of_two_items_in_one_transaction() {
            var pk = fresh();
            put(item(pk, "list/a"));
            dynamo.transactWriteItems(write -> write.transactItems(
                    TransactWriteItem.builder().delete(gone -> gone.tableName(table).key(key(pk, "list/a"))).build(),
                    onlyIfNew(item(pk, "list/b"))));
            assertThat(dynamo.query(query -> query.tableName(table).consistentRead(true)
                    .keyConditionExpression("pk = :pk").expressionAttributeValues(Map.of(":pk", fromS(pk)))).items())
                    .extracting(found -> found.get("sk").s()).containsExactly("list/b");
        }

        @Test
        void leaves_items_without_its_keys_out_of_a_sparse_index() {
            var bucket = fresh();
            put(item(fresh(), "state", "due_bucket", bucket, "due_at", "2023-01-01"));
            put(item(fresh(), "state", "due_at", "2023-01-01"));
            await().untilAsserted(() -> assertThat(due(bucket).items()).hasSize(1));
        }

        @Test
        void takes_an_item_out_of_a_sparse_index_when_a_put_leaves_the_keys_away() {
            var bucket = fresh();
            var pk = fresh();
            put(item(pk, "state", "due_bucket", bucket, "due_at", "2023-01-01"));
            await().until(() -> due(bucket).items().size() == 1);
            put(item(pk, "state"));
            await().untilAsserted(() -> assertThat(due(bucket).items()).isEmpty());
        }

        @Test
        void pages_an_index_in_its_order_with_a_cursor_and_shows_each_item_once() {
            var scope = fresh();
            for (int i = 0; i < 25; i++) {
                put(item(fresh(), "state", "scope", scope, "rank", "%02d".formatted(i / 2)));
            }
            await().until(() -> page(scope, 25, null).items().size() == 25);
            var seen = new HashSet<String>();
            var ranks = new ArrayList<String>();
            Map<String, AttributeValue> cursor = null;
            do {
                var page = page(scope, 10, cursor);
                page.items().forEach(one -> {
                    assertThat(seen.add(one.get("pk").s())).isTrue();
                    ranks.add(one.get("rank").s());
                });
                cursor = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
            } while (cursor != null);
            assertThat(ranks).hasSize(25).isSorted();
        }

        @Test
        void finds_in_an_index_what_begins_with_a_prefix() {
            var scope = fresh();
            put(item(fresh(), "state", "scope", scope, "rank", "paying/1"));
            put(item(fresh(), "state", "scope", scope, "rank", "paid/1"));
            await().untilAsserted(() -> assertThat(dynamo
                    .query(query -> query.tableName(table).indexName("by-scope")
                            .keyConditionExpression("#scope = :scope AND begins_with(#rank, :rank)")
                            .expressionAttributeNames(Map.of("#scope", "scope", "#rank", "rank"))
                            .expressionAttributeValues(Map.of(":scope", fromS(scope), ":rank", fromS("paying/"))))
                    .items()).hasSize(1));
        }

        private TransactWriteItem onlyIfNew(Map<String, AttributeValue> item) {
            return TransactWriteItem.builder()
                    .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .build();
        }

        private QueryResponse due(String bucket) {
            return dynamo.query(query -> query.tableName(table).indexName("by-due")
                    .keyConditionExpression("due_bucket = :bucket AND due_at < :now")
                    .expressionAttributeValues(Map.of(":bucket", fromS(bucket), ":now", fromS("2024"))));
        }

        private QueryResponse page(String scope, int limit, @Nullable Map<String, AttributeValue> cursor) {
            return dynamo.query(query -> query.tableName(table).indexName("by-scope").limit(limit)
                    .exclusiveStartKey(cursor).keyConditionExpression("#scope = :scope")
                    .expressionAttributeNames(Map.of("#scope", "scope"))
                    .expressionAttributeValues(Map.of(":scope", fromS(scope))));
        }
    }

    /** Its stream. */
    @Nested
    class AStream {
        @Test
        void brings_the_new_image_of_every_put_in_the_order_of_its_item() {
            var pk = fresh();
            for (int i = 0; i < 5; i++) {
                put(item(pk, "state", "state", Integer.toString(i)));
            }
            await().untilAsserted(
                    () -> assertThat(records(pk)).extracting(record -> record.dynamodb().newImage().get("state").s())
                            .containsExactly("0", "1", "2", "3", "4"));
            await().untilAsserted(() -> assertThat(records(pk)).extracting(Record::eventNameAsString)
                    .containsExactly("INSERT", "MODIFY", "MODIFY", "MODIFY", "MODIFY"));
        }

        @Test
        void brings_every_item_of_a_transaction() {
            var pk = fresh();
            dynamo.transactWriteItems(
                    write -> write.transactItems(IntStream.range(0, 3)
                            .mapToObj(i -> TransactWriteItem.builder()
                                    .put(put -> put.tableName(table).item(item(pk, "journal/" + i))).build())
                            .toList()));
            await().untilAsserted(() -> assertThat(records(pk)).extracting(this::sk)
                    .containsExactlyInAnyOrder("journal/0", "journal/1", "journal/2"));
        }

        @Test
        void says_by_its_image_and_its_name_what_is_a_new_entry_that_emits() {
            var pk = fresh();
            put(item(pk, "journal/1", "emitted", "[]"));
            put(item(pk, "journal/2"));
            put(item(pk, "journal/1", "emitted", "[]", "at", "later"));
            await().untilAsserted(() -> assertThat(records(pk)).hasSize(3)
                    .filteredOn(record -> record.eventNameAsString().equals("INSERT")
                            && record.dynamodb().newImage().containsKey("emitted"))
                    .hasSize(1));
        }

        @Test
        void says_nothing_of_a_put_whose_condition_failed() {
            var pk = fresh();
            put(item(pk, "journal/1"));
            assertThat(catchThrowableOfType(ConditionalCheckFailedException.class,
                    () -> dynamo.putItem(put -> put.tableName(table).item(item(pk, "journal/1", "at", "again"))
                            .conditionExpression("attribute_not_exists(pk)"))))
                    .isNotNull();
            put(item(pk, "journal/2"));
            await().untilAsserted(
                    () -> assertThat(records(pk)).extracting(this::sk).containsExactly("journal/1", "journal/2"));
        }

        @Test
        void resumes_after_a_sequence_number() {
            var pk = fresh();
            for (int i = 0; i < 3; i++) {
                put(item(pk, "journal/" + i));
            }
            var first = await().until(() -> records(pk), records -> records.size() == 3).getFirst();
            await().untilAsserted(
                    () -> assertThat(after(first)).extracting(this::sk).containsExactly("journal/1", "journal/2"));
        }

        /**
         * What came after the first record of an item. A shard may have ended meanwhile; what follows then stands in its
         * child, from the beginning.
         */
        private List<Record> after(Record first) {
            var arn = arn();
            return shards(arn).stream()
                    .flatMap(shard -> read(arn, shard, holds(arn, shard, first) ? sequence(first) : null).stream())
                    .filter(record -> of(record, first.dynamodb().keys().get("pk").s())).toList();
        }

        private boolean holds(String arn, Shard shard, Record one) {
            return read(arn, shard, null).stream().anyMatch(record -> sequence(record).equals(sequence(one)));
        }

        private String sequence(Record record) {
            return record.dynamodb().sequenceNumber();
        }

        private String sk(Record record) {
            return record.dynamodb().newImage().get("sk").s();
        }

        /** As read once: a page without records is not the end, so one reading may have less than the one before. */
        private List<Record> records(String pk) {
            var arn = arn();
            return shards(arn).stream().flatMap(shard -> read(arn, shard, null).stream())
                    .filter(record -> of(record, pk)).toList();
        }

        private boolean of(Record record, String pk) {
            return record.dynamodb().keys().get("pk").s().equals(pk);
        }

        private String arn() {
            return dynamo.describeTable(describe -> describe.tableName(table)).table().latestStreamArn();
        }

        private List<Shard> shards(String arn) {
            return engines.streams().describeStream(describe -> describe.streamArn(arn)).streamDescription().shards();
        }

        /** Of a shard up to now, until two pages in a row have none. */
        private List<Record> read(String arn, Shard shard, @Nullable String after) {
            var iterator = engines.streams()
                    .getShardIterator(get -> get.streamArn(arn).shardId(shard.shardId()).shardIteratorType(
                            after == null ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                            .sequenceNumber(after))
                    .shardIterator();
            var records = new ArrayList<Record>();
            for (var empty = 0; iterator != null && empty < 2;) {
                var at = iterator;
                var page = engines.streams().getRecords(get -> get.shardIterator(at).limit(1000));
                records.addAll(page.records());
                empty = page.records().isEmpty() ? empty + 1 : 0;
                iterator = page.nextShardIterator();
            }
            return records;
        }
    }

    /** A FIFO queue. */
    @Nested
    class AQueue {
        private static final int HIDDEN_SECONDS = 2;
        private final String url = queue();

        @Test
        void keeps_the_order_of_a_group() {
            for (int i = 0; i < 12; i++) {
                send("a", "a" + i);
            }
            var bodies = new ArrayList<String>();
            while (bodies.size() < 12) {
                var batch = receive(5);
                assertThat(batch).isNotEmpty();
                bodies.addAll(bodies(batch));
                delete(batch);
            }
            assertThat(bodies).containsExactlyElementsOf(IntStream.range(0, 12).mapToObj(i -> "a" + i).toList());
        }

        @Test
        void locks_a_group_while_a_message_of_it_is_in_flight_and_the_others_go_on() {
            send("a", "a1");
            send("a", "a2");
            var first = receive(1);
            assertThat(bodies(first)).containsExactly("a1");
            send("b", "b1");
            assertThat(bodies(receive(10))).as("group a is locked").containsExactly("b1");
            delete(first);
            assertThat(bodies(receive(10))).containsExactly("a2");
        }

        @Test
        void takes_a_message_with_a_known_deduplication_id_and_does_not_bring_it_again() {
            send("a", "once", "same");
            send("a", "twice", "same");
            var messages = receive(10);
            assertThat(bodies(messages)).containsExactly("once");
            delete(messages);
            send("a", "after it was deleted", "same");
            assertThat(receive(10)).isEmpty();
        }

        @Test
        void takes_the_good_messages_of_a_batch_and_names_the_bad() {
            var answer = sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entry("1", "good"),
                    entry("2", "not allowed: \u0000"), entry("3", "good too")));
            assertThat(answer.successful()).extracting("id").containsExactly("1", "3");
            assertThat(answer.failed()).extracting("id").containsExactly("2");
            assertThat(bodies(receive(10))).containsExactly("good", "good too");
        }

        @Test
        void deletes_the_good_handles_of_a_batch_and_names_the_bad() {
            send("a", "a1");
            var message = receive(1).getFirst();
            var answer = sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(
                    DeleteMessageBatchRequestEntry.builder().id("1").receiptHandle(message.receiptHandle()).build(),
                    DeleteMessageBatchRequestEntry.builder().id("2").receiptHandle("no handle").build()));
            assertThat(answer.successful()).extracting("id").containsExactly("1");
            assertThat(answer.failed()).extracting("id").containsExactly("2");
        }

        @Test
        void brings_a_message_again_when_its_time_is_over_and_counts() {
            send("a", "a1");
            assertThat(count(receive(1).getFirst())).isEqualTo(1);
            assertThat(receive(1)).isEmpty();
            var again = new ArrayList<Message>();
            await().atMost(Duration.ofSeconds(20)).until(() -> again.addAll(receive(1)));
            assertThat(again.getFirst().body()).isEqualTo("a1");
            assertThat(count(again.getFirst())).isEqualTo(2);
        }

        @Test
        void brings_the_group_again_in_its_order_when_the_time_of_several_is_over() {
            send("a", "a1");
            send("a", "a2");
            send("a", "a3");
            assertThat(bodies(receive(2))).containsExactly("a1", "a2");
            var again = new ArrayList<Message>();
            await().atMost(Duration.ofSeconds(20)).until(() -> again.addAll(receive(10)));
            assertThat(bodies(again)).containsExactly("a1", "a2", "a3");
        }

        @Test
        void keeps_a_group_locked_when_a_later_message_was_deleted_and_an_earlier_was_not() {
            send("a", "a1");
            send("a", "a2");
            send("a", "a3");
            var two = receive(2);
            delete(two.subList(1, 2));
            assertThat(receive(10)).as("a1 is still in flight").isEmpty();
        }

        @Test
        void moves_a_message_received_too_often_to_the_dead_letters_with_its_group_and_body_and_the_group_goes_on() {
            send("a", "poison");
            send("a", "later");
            var dead = new ArrayList<Message>();
            var passed = new ArrayList<String>();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (var message : receive(1)) {
                    sqs.changeMessageVisibility(
                            now -> now.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
                    if (!message.body().equals("poison")) {
                        passed.add(message.body());
                        return true;
                    }
                }
                return false;
            });
            await().atMost(Duration.ofSeconds(20)).until(() -> dead.addAll(receive(deadLettersOf(url), 10)));
            assertThat(bodies(dead)).containsExactly("poison");
            assertThat(dead.getFirst().attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID)).isEqualTo("a");
            assertThat(passed).containsExactly("later");
        }

        @Test
        void takes_a_batch_of_256_kilobytes_and_refuses_a_message_over_1_megabyte() {
            var large = "x".repeat(25_000);
            assertThat(sqs.sendMessageBatch(send -> send.queueUrl(url)
                    .entries(IntStream.range(0, 10).mapToObj(i -> entry("m" + i, large)).toList())).failed()).isEmpty();
            assertThat(catchThrowableOfType(SqsException.class, () -> send("a", "x".repeat((1 << 20) + 1))))
                    .isNotNull();
        }

        @Test
        void refuses_a_batch_of_more_than_ten() {
            assertThat(
                    catchThrowableOfType(SqsException.class,
                            () -> sqs.sendMessageBatch(send -> send.queueUrl(url)
                                    .entries(IntStream.range(0, 11).mapToObj(i -> entry("m" + i, "m")).toList()))))
                    .isNotNull();
        }

        @Test
        void answers_a_long_poll_as_soon_as_a_message_comes() throws Exception {
            var sender = Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(700);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                send("a", "a1");
            });
            var messages = sqs.receiveMessage(get -> get.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(20))
                    .messages();
            sender.join();
            assertThat(bodies(messages)).containsExactly("a1");
        }

        @Test
        void makes_a_queue_that_is_there_already_without_a_fault() {
            send("a", "a1");
            new Provision(dynamo, sqs, settings).run(30);
            assertThat(bodies(receive(1))).containsExactly("a1");
        }

        @Test
        void deduplicates_within_a_group_alone_when_told_to() {
            TestEngines.skipOn(Set.of(Kind.EMBEDDED), "ElasticMQ deduplicates within the whole queue");
            var scoped = queue(Map.of(QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup",
                    QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId"));
            send(scoped, "a", "a1", "same");
            send(scoped, "b", "b1", "same");
            var bodies = new ArrayList<String>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                bodies.addAll(bodies(receive(scoped, 10)));
                return bodies.size() == 2;
            });
            assertThat(bodies).containsExactlyInAnyOrder("a1", "b1");
        }

        @Test
        void refuses_a_handle_whose_time_is_over() {
            TestEngines.skipOn(Set.of(Kind.EMBEDDED, Kind.LOCALSTACK),
                    "ElasticMQ and LocalStack delete by an expired handle of a FIFO queue");
            send("a", "a1");
            var first = receive(1);
            await().atMost(Duration.ofSeconds(20)).until(() -> !receive(1).isEmpty());
            assertThat(
                    sqs.deleteMessageBatch(
                            delete -> delete.queueUrl(url)
                                    .entries(DeleteMessageBatchRequestEntry.builder().id("1")
                                            .receiptHandle(first.getFirst().receiptHandle()).build()))
                            .failed())
                    .isNotEmpty();
        }

        @Test
        void refuses_dead_letters_of_another_kind() {
            TestEngines.skipOn(Set.of(Kind.EMBEDDED, Kind.LOCALSTACK),
                    "ElasticMQ and LocalStack take a standard queue for the dead letters");
            var name = settings.prefix() + fresh().substring(0, 8);
            sqs.createQueue(create -> create.queueName(name));
            assertThat(catchThrowableOfType(SqsException.class,
                    () -> queue(Map.of(QueueAttributeName.REDRIVE_POLICY, redrive(name, 2))))).isNotNull();
        }

        private String queue() {
            var dead = settings.prefix() + fresh().substring(0, 8) + "-dead.fifo";
            sqs.createQueue(create -> create.queueName(dead).attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")));
            return queue(dead, Map.of(QueueAttributeName.REDRIVE_POLICY, redrive(dead, 2)));
        }

        private String queue(Map<QueueAttributeName, String> more) {
            return queue(settings.prefix() + fresh().substring(0, 8) + "-dead.fifo", more);
        }

        private String queue(String dead, Map<QueueAttributeName, String> more) {
            var attributes = new HashMap<>(more);
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
            attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(HIDDEN_SECONDS));
            var name = dead.replace("-dead", "");
            sqs.createQueue(create -> create.queueName(name).attributes(attributes));
            return engines.queueBase() + name;
        }

        private String redrive(String dead, int receives) {
            var arn = sqs.getQueueAttributes(
                    get -> get.queueUrl(engines.queueBase() + dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes().get(QueueAttributeName.QUEUE_ARN);
            return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(arn, receives);
        }

        private String deadLettersOf(String of) {
            return of.replace(".fifo", "-dead.fifo");
        }

        private SendMessageBatchRequestEntry entry(String id, String body) {
            return SendMessageBatchRequestEntry.builder().id(id).messageGroupId("a").messageDeduplicationId(fresh())
                    .messageBody(body).build();
        }

        private void send(String group, String body) {
            send(group, body, fresh());
        }

        private void send(String group, String body, String deduplicationId) {
            send(url, group, body, deduplicationId);
        }

        private void send(String to, String group, String body, String deduplicationId) {
            sqs.sendMessage(send -> send.queueUrl(to).messageGroupId(group).messageDeduplicationId(deduplicationId)
                    .messageBody(body));
        }

        private List<Message> receive(int most) {
            return receive(url, most);
        }

        private List<Message> receive(String from, int most) {
            return sqs.receiveMessage(get -> get.queueUrl(from).maxNumberOfMessages(most)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
        }

        private void delete(List<Message> messages) {
            messages.forEach(message -> sqs
                    .deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
        }

        private List<String> bodies(List<Message> messages) {
            return messages.stream().map(Message::body).toList();
        }

        private int count(Message message) {
            return Integer.parseInt(message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
        }
    }
}
