package org.chongshan.shell;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.chongshan.events.Envelope;
import org.chongshan.events.json.EventJson;
import tools.jackson.databind.JsonNode;

/**
 * Takes a batch of a table's stream, the new journal entries that emit, and sends what they emitted. Answers the sequence
 * numbers of the records not wholly sent; the stream comes again from the first of them.
 */
final class Relay implements Function<InputStream, byte[]> {
    private record Emission(String sequenceNumber, String key, long version, List<Envelope> emitted) {}

    private final Mail mail;

    Relay(Mail mail) {
        this.mail = mail;
    }

    @Override
    public byte[] apply(InputStream batch) {
        var emissions = new ArrayList<Emission>();
        for (var record : LambdaPayload.read(batch).required("Records")) {
            var change = record.required("dynamodb");
            var image = change.required("NewImage");
            emissions.add(new Emission(LambdaPayload.text(change, "SequenceNumber"),
                    attribute(image, TableShape.PK, "S"), Long.parseLong(attribute(image, TableShape.VERSION, "N")),
                    EventJson.readAll(attribute(image, TableShape.EMITTED, "S"))));
        }
        // A stream does not keep the order of one transaction's items; the versions tell it.
        emissions.sort(java.util.Comparator.comparing(Emission::key).thenComparingLong(Emission::version));
        var envelopes = new ArrayList<Envelope>();
        var origin = new ArrayList<String>();
        for (var emission : emissions) {
            emission.emitted.forEach(envelope -> {
                envelopes.add(envelope);
                origin.add(emission.sequenceNumber);
            });
        }
        return LambdaPayload.failures(mail.send(envelopes).stream().map(origin::get).distinct().toList());
    }

    private static String attribute(JsonNode image, String name, String type) {
        return LambdaPayload.text(image.required(name), type);
    }
}
