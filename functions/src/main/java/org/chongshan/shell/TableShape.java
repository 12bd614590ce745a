package org.chongshan.shell;

import org.jspecify.annotations.Nullable;

/** Names of the attributes and indexes every programme's table has. */
public final class TableShape {
    private TableShape() {}

    /** Partition key: the aggregate, {@code <function>/<id>}. */
    public static final String PK = "pk";
    /** Sort key: {@code state}, {@code journal/<event id>}, {@code list/<name>} or {@code left/<subdistrict>}. */
    public static final String SK = "sk";
    /** How many events the aggregate has accepted. */
    public static final String VERSION = "version";
    /** The state, one JSON document. */
    public static final String STATE = "state";
    /** Events that wait for the aggregate to begin, one JSON document; in place of the state. */
    public static final String WAITING = "waiting";
    /** List index: {@code <function>/<subdistrict>}, of a further list with {@code /<name>} behind. */
    public static final String SCOPE = "scope";
    /** List index: {@code <status>/<rank>/<id>}, of a further list {@code <rank>/<id>}. */
    public static final String RANK = "rank";
    /** Deadline index, sparse: {@code <day>#<shard>}. */
    public static final String DUE_BUCKET = "due_bucket";
    /** How often the deadline was set, which tells it from the same instant set anew. */
    public static final String DUE_SET = "due_set";
    /** Deadline index: the deadline, UTC, nanoseconds, fixed width; behind it how often it was set. */
    public static final String DUE_AT = "due_at";
    /** Change index: {@code <hour>/<id>}, UTC, of the last change; of a record that left a subdistrict, of when it left. */
    public static final String CHANGED = "changed";
    /** When the record last changed. */
    public static final String CHANGED_AT = "changed_at";
    /** The event as it came, one CloudEvents document. */
    public static final String EVENT = "event";
    /** SHA-256 of the event's content. */
    public static final String DIGEST = "digest";
    /** What became of it: a word of {@link org.chongshan.core.Outcome}. */
    public static final String OUTCOME = "outcome";
    /** Code of the rule that decided; of several the last. */
    public static final String RULE = "rule";
    /** Codes of all rules that decided, a JSON array in their order; absent when it was one. */
    public static final String RULES = "rules";
    /** What the journal said of the event before, a JSON array; absent when nothing. */
    public static final String EARLIER = "earlier";
    /** Version of the policy it was decided under. */
    public static final String POLICY = "policy";
    /** What the decision rested on, a JSON object. */
    public static final String FACTS = "facts";
    /** The events that go out, a JSON array of CloudEvents; absent when none do. */
    public static final String EMITTED = "emitted";
    /** When the decision was written. */
    public static final String AT = "at";

    /** The list index. */
    public static final String BY_SCOPE = "by-scope";
    /** The change index: by scope too, in the order of the hours in which records last changed. */
    public static final String BY_CHANGE = "by-change";
    /** The deadline index. */
    public static final String BY_DUE = "by-due";

    /** The scope of a list: all aggregates of a function in a subdistrict, or those in one further list. */
    static String scope(String function, String subdistrict, @Nullable String list) {
        return function + "/" + subdistrict + (list == null ? "" : "/" + list);
    }
}
