package org.chongshan.local.replay;

import java.time.Instant;
import java.util.Comparator;

import org.chongshan.events.Event;
import org.chongshan.events.json.EventJson;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One event somebody posts.
 *
 * @param at          when it is posted
 * @param number      its place among all, which decides between what is posted at one time
 * @param time        when it happened
 * @param subdistrict where
 */
record Posting(Instant at, int number, Instant time, Person by, String id, String subdistrict, Event data) {

    /** As it is posted. */
    static final Comparator<Posting> ORDER = Comparator.comparing(Posting::at).thenComparingInt(Posting::number);

    Posting postedAt(Instant other) {
        return new Posting(other, number, time, by, id, subdistrict, data);
    }

    /** As a structured CloudEvent. */
    String json() {
        return JsonNodeFactory.instance.objectNode().put("specversion", "1.0").put("id", id)
                .put("source", "/replay/" + by.role().claim()).put("type", Event.typeOf(data.getClass()))
                .put("time", time.toString()).put("subdistrict", subdistrict)
                .set("data", EventJson.shown(data, one -> one.value())).toString();
    }
}
