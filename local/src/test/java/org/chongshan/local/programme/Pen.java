package org.chongshan.local.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
        // Two people share each role, so that nobody approves what the same one asked for.
        var actor = role + "-" + (type.length() & 1);
        return new Post(id(), aggregate, actor, role, street, type, data, other, UnaryOperator.identity());
    }

    /** The same once more, as an event of its own. */
    public Post again(Post post) {
        return post.under(id(), post.subdistrict());
    }

    /** The same as somebody of another subdistrict would post it, as an event of its own. */
    public Post fromElsewhere(Post post) {
        return post.under(id(), otherThan(post.subdistrict()));
    }

    /** Another subdistrict. */
    public String otherThan(String street) {
        return streets.get((streets.indexOf(street) + 1) % streets.size());
    }

    /** These in an order of chance. */
    public List<Post> shuffled(List<Post> posts) {
        var left = new ArrayList<>(posts);
        var shuffled = new ArrayList<Post>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(pick(left.size())));
        }
        return shuffled;
    }

    private String id() {
        return new UUID(random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x7000L,
                random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L).toString();
    }
}
