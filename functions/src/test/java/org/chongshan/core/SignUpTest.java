package org.chongshan.core;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chongshan.core.SignUp.Mark;
import org.chongshan.core.SignUp.Turn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is known of one participant. */
class SignUpTest {
    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    private static Mark mark(int at, int heard) {
        return new Mark(at(at), at(heard));
    }

    @Test
    void somebody_is_in_from_signing_up_to_withdrawing_by_the_times_these_happened() {
        var in = SignUp.NONE.in(mark(2, 2));
        assertThat(SignUp.NONE.turn("a")).isNull();
        assertThat(in.turn("a")).isEqualTo(new Turn("a", mark(2, 2)));
        assertThat(in.out(at(1)).turn("a")).isNotNull();
        assertThat(in.out(at(2)).turn("a")).as("of one instant the withdrawal counts").isNull();
        assertThat(in.out(at(3)).in(mark(4, 9)).turn("a")).isEqualTo(new Turn("a", mark(4, 9)));
    }

    @Test
    void a_turn_is_taken_when_the_platform_hears_not_when_a_phone_says() {
        var honest = new Turn("a", mark(5, 5));
        var claims = new Turn("b", mark(1, 9));
        assertThat(Stream.of(claims, honest).sorted(Turn.FIRST_HEARD)).containsExactly(honest, claims);
    }

    /** Positive: signed up then, heard then; negative: withdrew then. */
    @Property
    void it_is_the_same_in_any_order(@ForAll @Size(max = 8) List<@IntRange(min = -9, max = 9) Integer> one) {
        assertThat(of(one.reversed())).isEqualTo(of(one));
        assertThat(of(one.stream().sorted().toList())).isEqualTo(of(one));
        assertThat(of(Stream.concat(one.stream(), one.stream()).toList())).isEqualTo(of(one));
    }

    private static SignUp of(List<Integer> times) {
        var known = SignUp.NONE;
        for (var time : times) {
            known = time < 0 ? known.out(at(-time)) : known.in(mark(time, 20 - time));
        }
        return known;
    }
}
