package org.chongshan.local.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * One event somebody posts.
 *
 * @param aggregate whose journal it ends in, stated here and not asked of the platform; of one whose id only the platform can
 *                  tell, the function with its slash
 * @param actor     who posts it
 * @param type      without {@code org.chongshan.}
 * @param other     data under the same id that says something else; null when nobody posts that
 * @param clock     the time their device states, of the time it is
 */
public record Post(String id, String aggregate, String actor, String role, String subdistrict, String type, String data,
        @Nullable String other, UnaryOperator<Instant> clock) {

    /** Whether the same person posts both in the same subdistrict: then they may come in one batch. */
    public boolean isFromWhere(Post first) {
        return actor.equals(first.actor) && role.equals(first.role) && subdistrict.equals(first.subdistrict);
    }

    /** What says something else under the same id. */
    public Post saysOther() {
        return new Post(id, aggregate, actor, role, subdistrict, type, Objects.requireNonNull(other), null, clock);
    }

    /** The same, posted by somebody else. */
    public Post by(String someone) {
        return new Post(id, aggregate, someone, role, subdistrict, type, data, other, clock);
    }

    /** The same, on a device whose clock is ahead by so much; behind when it is negative. */
    public Post ahead(Duration much) {
        return new Post(id, aggregate, actor, role, subdistrict, type, data, other, now -> now.plus(much));
    }

    /** The same, said to have happened then. */
    public Post at(Instant time) {
        return new Post(id, aggregate, actor, role, subdistrict, type, data, other, _ -> time);
    }

    /** The same under another id, and perhaps in another subdistrict. */
    Post under(String otherId, String street) {
        return new Post(otherId, aggregate, actor, role, street, type, data, null, clock);
    }
}
