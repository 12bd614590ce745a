package org.chongshan.events;

/**
 * Text that is for its readers alone. It is sealed as soon as it is posted and opened only where somebody reads; whatever
 * lies between, deciders, queues, tables, dead letters, carries it sealed and cannot open it. No rule may depend on what
 * it says. A type of its own, so that the codec finds it wherever it stands and no log line can print it.
 */
public sealed interface Sealable permits Personal, Confidential, IdentityNumber {
    /** What stands where the text must not. */
    String MASK = "***";
    /** What somebody must write has this in it: a letter or a digit, and is not blanks alone. */
    String WRITTEN = "[\\p{L}\\p{N}]";

    /** The plain text as posted; past ingest, the sealed text. */
    String value();
}
