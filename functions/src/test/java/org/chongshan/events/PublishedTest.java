package org.chongshan.events;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A drift says the mend. */
class PublishedTest {
    @Test
    @DisabledIfSystemProperty(named = "publish", matches = "true", disabledReason = "would write it")
    void a_drift_names_the_file_what_differs_and_the_command_that_publishes() {
        assertThatThrownBy(() -> Published.file("events/pom.xml", "<project/>\n")).isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("events/pom.xml", "-<?xml version", Published.COMMAND);
    }

    @Test
    void a_difference_is_shown_in_a_few_lines() {
        assertThat(Published.difference("docs/x.md", "a\nb\nc\n", "a\nB\nc\n")).contains("-b\n+B\n")
                .doesNotContain("a\n-");
        assertThat(Published.difference("docs/x.md", "", "line\n".repeat(50)).lines()).hasSizeLessThan(15);
    }

    @Test
    @DisabledIfSystemProperty(named = "publish", matches = "true", disabledReason = "would remove it")
    void a_file_of_a_folder_that_nothing_makes_any_more_is_named() {
        assertThatThrownBy(() -> Published.folder(".mvn/wrapper", Map.of(), Set.of()))
                .hasMessageContaining(".mvn/wrapper/maven-wrapper.properties: nothing in the code makes this file");
    }
}
