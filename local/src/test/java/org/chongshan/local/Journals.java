package org.chongshan.local;

import java.util.ArrayList;
import java.util.List;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Role;
import org.chongshan.shell.TableShape;
import tools.jackson.databind.JsonNode;

/** Every journal entry of every table, read past the platform: what was queued and processed, whatever the face said. */
public final class Journals {
    /**
     * One entry.
     *
     * @param path where the face shows it
     * @param event the event as it stands in the table
     */
    public record Entry(String path, String outcome, String rule, JsonNode event) {
        public String id() {
            return event.path("id").stringValue("");
        }

        /** Whether a function emitted it upon another. */
        public boolean isEmitted() {
            return !event.path("causationid").stringValue("").equals(id());
        }

        /** Whether somebody posted it: no function emitted it, or began it by itself. */
        public boolean isPosted() {
            return !isEmitted() && !event.path("role").stringValue("").equals(Role.SYSTEM.claim());
        }
    }

    private Journals() {}

    /** All entries; conflicts stand beside the entry they conflict with. */
    public static List<Entry> of(Platform platform) {
        var entries = new ArrayList<Entry>();
        RawItems.of(platform.engines().dynamo(), platform.settings()).filter(item -> item.containsKey(TableShape.EVENT))
                .forEach(item -> {
                    var key = item.get(TableShape.PK).s();
                    entries.add(new Entry(
                            "/v1/" + collection(key) + key.substring(key.indexOf('/')) + "/"
                                    + item.get(TableShape.SK).s(),
                            item.get(TableShape.OUTCOME).s(), item.get(TableShape.RULE).s(),
                            Bureau.JSON.readTree(item.get(TableShape.EVENT).s())));
                });
        return entries;
    }

    private static String collection(String key) {
        return function(key) instanceof FunctionSpec.Collection<?, ?> collection ? collection.path() : "none";
    }

    private static FunctionSpec function(String key) {
        return Topology.named(key.substring(0, key.indexOf('/')));
    }
}
