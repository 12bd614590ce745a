package org.chongshan.infra;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.chongshan.events.Programme;

/**
 * What holds records and is there already: a deployment works on it and makes none of its own. One idea for two needs, a
 * table restored to a point in time, and what an environment that was taken down left behind.
 *
 * @param tables     by programme ({@code table-<programme>}, the ARN of its stream, and {@code key-<programme>}, of the key it
 *                   is encrypted with)
 * @param sealingKey ARN of the key the records in them are sealed with ({@code sealing-key})
 * @param users      id of the user pool ({@code users})
 */
record Kept(Map<Programme, KeptTable> tables, Optional<String> sealingKey, Optional<String> users) {

    /**
     * A table.
     *
     * @param stream ARN of its stream
     * @param key    ARN of the key it is encrypted with
     */
    record KeptTable(String stream, String key) {
        String arn() {
            return stream.substring(0, stream.indexOf("/stream/"));
        }

        String name() {
            return arn().substring(arn().indexOf('/') + 1);
        }
    }

    private static final String KEY = "arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:key/.+";
    private static final String STREAM = "arn:[a-z-]+:dynamodb:[a-z0-9-]+:\\d{12}:table/[^/]+/stream/[^/]+";

    /** @throws IllegalArgumentException when a table is named without a key its records need to be read */
    static Kept of(Context context) {
        var tables = new EnumMap<Programme, KeptTable>(Programme.class);
        var sealingKey = context.matching("sealing-key", KEY);
        for (var programme : Programme.values()) {
            var stream = context.matching("table-" + programme.key(), STREAM);
            var key = context.matching("key-" + programme.key(), KEY);
            if (stream.isPresent() != key.isPresent()) {
                throw new IllegalArgumentException("-c table-" + programme.key() + " and -c key-" + programme.key()
                        + " go together: the table and the key it is encrypted with");
            }
            if (stream.isPresent() && sealingKey.isEmpty()) {
                throw new IllegalArgumentException("-c table-" + programme.key()
                        + " without -c sealing-key: the names in that table open with the key they were sealed with alone");
            }
            stream.ifPresent(there -> tables.put(programme, new KeptTable(there, key.orElseThrow())));
        }
        return new Kept(tables, sealingKey, context.matching("users", "[a-z0-9-]+_[A-Za-z0-9]+"));
    }
}
