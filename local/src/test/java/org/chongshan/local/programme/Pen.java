package org.chongshan.local.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * What every workload is written with: draws from a seed, and knows where and when it is.
 *
 * @param today   the day people post on, in Shanghai
 * @param streets codes of the subdistricts they work in
 */
public record Pen(RandomGenerator random, LocalDate today, List<String> streets) {
    /** A number from 0 to below. */
    public int pick(int below) {
        return random.nextInt(below);
    }

    /** One of these. */
    public <T> T one(List<T> of) {
        return of.get(pick(of.size()));
    }

    /** A household of a subdistrict: the same number is the same household to every programme. */
    public static String household(String street, int number) {
        return "H-" + street + "-" + number;
    }

    /** An event nobody says something else of. */
    public Post post(String aggregate, String role, String street, String type, String data) {
        return post(aggregate, role, street, type, data, null);
    }

    /** An event, and perhaps what somebody else says under its id. */
    public Post post(String aggregate, String role, String street, String type, String data, @Nullable String other) {
        var id = new UUID(random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x7000L,
                random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
        return new Post(id.toString(), aggregate, role, street, type, data, other);
    }
}
