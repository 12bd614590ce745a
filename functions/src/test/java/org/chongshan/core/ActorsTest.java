package org.chongshan.core;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ActorsTest {
    @Test
    void one_person_is_one_however_wide_tall_or_spaced_they_are_written() {
        assertThat(Actors.same("street-17", "ＳＴＲＥＥＴ－１７ ")).isTrue();
        assertThat(Actors.same("street-17", "street-18")).isFalse();
    }
}
