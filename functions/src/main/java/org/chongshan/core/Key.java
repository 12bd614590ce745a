package org.chongshan.core;

/**
 * The key of an aggregate, written {@code <function>/<id>}: partition of the table, group of the queue.
 *
 * @param function whose aggregate it is
 * @param id       its id there
 */
public record Key(String function, String id) {
    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when it is no key
     */
    public static Key parse(String key) {
        var cut = key.indexOf('/');
        if (cut < 0) {
            throw new IllegalArgumentException("not a key");
        }
        return new Key(key.substring(0, cut), key.substring(cut + 1));
    }

    /** Within an id that is derived from it, where no slash may stand. */
    public String dotted() {
        return function + "." + id;
    }

    @Override
    public String toString() {
        return function + "/" + id;
    }
}
