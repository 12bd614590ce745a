package org.chongshan.eldercare.hotline;

/**
 * Calls of one month, counted as they leave the record.
 *
 * @param answered    that a seat answered, or that ended as if
 * @param abandoned   whose callers hung up before
 * @param missed      whose callers waited too long, or had no room to wait
 * @param unmatched   of which there was word, and never that they arrived
 * @param emergencies of all that arrived
 * @param waitSeconds of those answered, from arrival to answer, together
 * @param talkSeconds of those answered, from answer to end, together
 */
record Figures(long answered, long abandoned, long missed, long unmatched, long emergencies, long waitSeconds,
        long talkSeconds) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    Figures and(Figures other) {
        return new Figures(answered + other.answered, abandoned + other.abandoned, missed + other.missed,
                unmatched + other.unmatched, emergencies + other.emergencies, waitSeconds + other.waitSeconds,
                talkSeconds + other.talkSeconds);
    }
}
