package org.chongshan.core.shell;

/**
 * Where this deployment's queues and tables are.
 *
 * @param prefix    stands before every table and queue name, such as {@code chongshan-dev-}
 * @param queueBase URL that a queue's full name is appended to, ending in a slash
 */
public record Settings(String prefix, String queueBase) {
    /** The URL of a queue of the topology. */
    public String queueUrl(String queueName) {
        return queueBase + prefix + queueName;
    }

    /** The full name of a table of the topology. */
    public String table(String tableName) {
        return prefix + tableName;
    }
}
