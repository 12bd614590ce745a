package org.chongshan.local;

import org.chongshan.core.FunctionSpec;
import org.chongshan.shell.Settings;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The on-failure destination of a stream's function: a queue that takes a note of each record that could not be sent, in the
 * words Lambda uses. It names the record and holds nothing of it; the journal entry stands in the table.
 */
record LastResort(FunctionSpec function, Settings settings, SqsClient sqs) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Name of the queue, before the environment's prefix. */
    static String queueName(FunctionSpec function) {
        return function.name() + "-failed";
    }

    void take(String streamArn, String shard, String sequenceNumber, int times) {
        var note = JSON.createObjectNode().put("version", "1.0");
        note.putObject("requestContext").put("functionArn", function.name()).put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", times);
        note.putObject("DDBStreamBatchInfo").put("streamArn", streamArn).put("shardId", shard)
                .put("startSequenceNumber", sequenceNumber).put("endSequenceNumber", sequenceNumber)
                .put("batchSize", 1);
        sqs.sendMessage(send -> send.queueUrl(settings.queueUrl(queueName(function))).messageBody(note.toString()));
    }
}
