package org.chongshan.local.programme;

/** What must hold in a programme's books, whatever failed, died or came twice. */
public interface Invariants {
    /** Looks at the items as they are stored, and says what does not hold to {@link Books#expect}. */
    void audit(Books books);
}
