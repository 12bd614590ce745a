package org.chongshan.shell;

import org.jspecify.annotations.Nullable;

/**
 * Where this deployment's queues and tables are.
 *
 * @param prefix    stands before every table and queue name, such as {@code chongshan-dev-}
 * @param queueBase URL that a queue's full name is appended to, ending in a slash
 * @param ownTable  full name of the one table a deployed function works on; null where the topology's names hold
 */
public record Settings(String prefix, String queueBase, @Nullable String ownTable) {
    /** Every table has the topology's name behind the prefix. */
    public Settings(String prefix, String queueBase) {
        this(prefix, queueBase, null);
    }

    /** The URL of a queue of the topology. */
    public String queueUrl(String queueName) {
        return queueBase + prefix + queueName;
    }

    /** The full name of a table of the topology; another one after it was restored from a backup. */
    public String table(String tableName) {
        return ownTable == null ? prefix + tableName : ownTable;
    }

    /** CloudWatch namespace of a deployment's metrics, by its prefix: two in one account do not add up. */
    public static String metricNamespace(@Nullable String prefix) {
        return prefix == null || prefix.isEmpty() ? "Chongshan" : "Chongshan/" + prefix.replaceAll("-+$", "");
    }
}
