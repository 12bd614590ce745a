package org.chongshan.shell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Two answers have one tag if and only if they are the same. */
class EntityTagTest {
    private static final EntityTag TAG = EntityTag.of("{\"a\":1}");

    @Test
    void it_is_of_the_text_alone() {
        assertThat(TAG).isEqualTo(EntityTag.of("{\"a\":1}")).isNotEqualTo(EntityTag.of("{\"a\":2}"));
        assertThat(TAG.value()).matches("\"[0-9a-f]{32}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"x\", %s", "%s,\"x\"", "*", " * "})
    void whoever_has_it_says_so(String header) {
        assertThat(TAG.isNamedBy(header.formatted(TAG.value()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"x\"", "x", "\"*\"", "W/", "\""})
    void whoever_has_another_is_told_anew(String header) {
        assertThat(TAG.isNamedBy(header)).isFalse();
        assertThat(TAG.isNamedBy(null)).isFalse();
        assertThat(TAG.isNamedBy(TAG.value().replace("\"", ""))).isFalse();
    }
}
