package org.chongshan.shell;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.chongshan.events.Envelope;
import org.chongshan.events.json.EventJson;

/**
 * Hands public events over to other departments, those of one type in their order. Of the envelope goes out what is not the
 * bureau's own affair: neither who did what led to it, nor which event did. What goes out under one id is the same each time.
 */
final class Outbound implements Function<InputStream, byte[]> {
    private static final List<String> GOES_OUT = List.of("specversion", "id", "source", "type", "subject", "time",
            "datacontenttype", "dataschema", "subdistrict", "data");

    private final Outlet outlet;

    Outbound(Outlet outlet) {
        this.outlet = outlet;
    }

    @Override
    public byte[] apply(InputStream batch) {
        var left = new ArrayList<LambdaPayload.Message>();
        for (var messages : LambdaPayload.groups(batch).values()) {
            var taken = LambdaPayload.inOrder(messages, "publish",
                    envelope -> outlet.take(envelope.type(), outside(envelope)));
            left.addAll(messages.subList(taken, messages.size()));
        }
        return LambdaPayload.again(left);
    }

    private static String outside(Envelope envelope) {
        return EventJson.tree(envelope).retain(GOES_OUT).toString();
    }
}
