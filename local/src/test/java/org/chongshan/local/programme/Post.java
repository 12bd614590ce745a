package org.chongshan.local.programme;

import org.jspecify.annotations.Nullable;

/**
 * One event somebody posts.
 *
 * @param aggregate whose journal it ends in, stated here and not asked of the platform
 * @param type      without {@code org.chongshan.}
 * @param other     data under the same id that says something else; null when nobody posts that
 */
public record Post(String id, String aggregate, String role, String subdistrict, String type, String data,
        @Nullable String other) {
    /** Two people share each role, so that nobody approves what the same one asked for. */
    public String actor() {
        return role + "-" + (type.length() & 1);
    }

    /** Whether the same person posts both in the same subdistrict: then they may come in one batch. */
    public boolean isFromWhere(Post first) {
        return actor().equals(first.actor()) && subdistrict.equals(first.subdistrict);
    }

    /** What says something else under the same id. */
    public Post saysOther() {
        return new Post(id, aggregate, role, subdistrict, type, java.util.Objects.requireNonNull(other), null);
    }
}
