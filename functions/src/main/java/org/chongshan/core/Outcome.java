package org.chongshan.core;

/** What became of an event at one aggregate. */
public enum Outcome {
    /** It was accepted; what followed stands in the entry. */
    APPLIED,
    /** A rule refused it. Posted again by its sender it is decided anew, for the reason may have passed. */
    REFUSED,
    /** It is about something that is not there yet. It waits, and is decided when that begins. */
    EARLY,
    /** It could not be decided, however often it was tried; it lies with the dead letters. */
    FAILED,
    /** Another content stands in the journal under its id. It was never applied. */
    CONFLICT;

    /** As it stands in the journal and in answers. */
    public String word() {
        return Word.of(this);
    }

    /**
     * The outcome of that word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Outcome ofWord(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
