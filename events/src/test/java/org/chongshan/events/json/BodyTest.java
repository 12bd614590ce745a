package org.chongshan.events.json;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.chongshan.events.json.MalformedJson.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A body that is no JSON is told why and where, never what stands there. */
class BodyTest {
    private static MalformedJson refused(byte[] body) {
        return catchThrowableOfType(MalformedJson.class, () -> EventValidator.parse(body));
    }

    private static MalformedJson refused(String body) {
        return refused(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1, \"b\": {\"a\": 2}}", "[]", "1", "null", " {} \n"})
    void one_value_is_a_body(String body) throws Exception {
        assertThat(EventValidator.parse(body.getBytes(StandardCharsets.UTF_8))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{} {}", "[1] 2", "{\"a\" 1}", "NaN", "'a'"})
    void anything_else_is_not_json(String body) {
        assertThat(refused(body).why()).isEqualTo(Why.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1, \"a\": 1}", "{\"a\": 1, \"a\": {}}", "{\"a\": {}, \"a\": []}",
            "{\"b\": [{\"a\": null, \"a\": null}]}", "{\"a\": 1, \"\\u0061\": 2}"})
    void a_key_that_stands_twice_is_not_taken_for_either(String body) {
        assertThat(refused(body).why()).isEqualTo(Why.REPEATED_KEY);
    }

    @Test
    void it_says_in_which_line() {
        assertThat(refused("{\"secret\": 1,\n \"secret\": 2}")).hasMessage("malformed JSON")
                .extracting(MalformedJson::line).isEqualTo(2);
        assertThat(refused("{\n\n  x").line()).isEqualTo(3);
    }

    @Test
    void a_byte_order_mark_is_named() {
        assertThat(refused("\ufeff{}").why()).isEqualTo(Why.BYTE_ORDER_MARK);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16,葛", "GBK,葛美云", "ISO-8859-1,é"})
    void another_encoding_is_named(String charset, String text) {
        assertThat(refused(("\"" + text + "\"").getBytes(Charset.forName(charset))).why()).isEqualTo(Why.NOT_UTF_8);
    }

    @Test
    void depth_and_length_are_bounded() throws Exception {
        var deepest = "[".repeat(EventValidator.MOST_DEPTH) + "]".repeat(EventValidator.MOST_DEPTH);
        assertThat(EventValidator.parse(deepest.getBytes(StandardCharsets.UTF_8))).isNotNull();
        for (var body : new String[]{"[" + deepest + "]", "1".repeat(EventValidator.MOST_NUMBER + 1),
                "{\"" + "a".repeat(EventValidator.MOST_KEY + 1) + "\": 1}"}) {
            assertThat(refused(body).why()).as(body).isEqualTo(Why.OUT_OF_BOUNDS);
        }
    }
}
