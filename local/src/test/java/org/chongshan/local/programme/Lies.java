package org.chongshan.local.programme;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.chongshan.events.Role;

/**
 * Any history, whatever the programme, as it comes from people whose clocks are wrong, whose posts overtake each other, who post
 * the same under new ids, and from officers of the next subdistrict who post it too. What only one programme can be told stands in
 * its {@link Workload#lies}.
 */
public final class Lies {
    private static final int ONE_IN_CLOCKS = 4;
    private static final int ONE_IN_ELSEWHERE = 8;
    private static final int ONE_IN_AGAIN = 10;

    private Lies() {}

    /** The history with lies in it. */
    public static List<Post> told(Pen pen, List<Post> history) {
        var told = new ArrayList<Post>();
        for (var post : history) {
            if (pen.pick(ONE_IN_ELSEWHERE) == 0 && Role.ofClaim(post.role()).isLocal()) {
                told.add(clocked(pen, pen.fromElsewhere(post)));
            }
            told.add(clocked(pen, post));
            if (pen.pick(ONE_IN_AGAIN) == 0) {
                told.add(clocked(pen, pen.again(post)));
            }
        }
        return pen.pick(2) == 0 ? overtaking(pen, told) : told;
    }

    private static Post clocked(Pen pen, Post post) {
        return pen.pick(ONE_IN_CLOCKS) > 0 ? post : post.ahead(switch (pen.pick(5)) {
            case 0 -> Duration.ofSeconds(pen.pick(240));
            case 1 -> Duration.ofMinutes(60 + pen.pick(60));
            case 2 -> Duration.ofDays(365L * (1 + pen.pick(76)));
            case 3 -> Duration.ofMinutes(-pen.pick(600));
            default -> Duration.ofDays(-pen.pick(40));
        });
    }

    /** Some come before others that were posted first. */
    private static List<Post> overtaking(Pen pen, List<Post> posts) {
        var order = new ArrayList<>(posts);
        for (int i = 0; i < 4; i++) {
            order.add(pen.pick(order.size()), order.remove(pen.pick(order.size())));
        }
        return order;
    }
}
