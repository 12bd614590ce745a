package org.chongshan.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chongshan.events.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** An event whose attributes stand in headers is the event it would be in one document. */
class BinaryModeTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static ObjectNode event(String... headers) {
        var all = new HashMap<>(
                Map.of("host", "localhost", "content-type", "application/json", "ce-specversion", "1.0"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return BinaryMode.event(all, "application/json", JSON.readTree("{\"a\": 1}"));
    }

    @SuppressWarnings("unchecked")
    private static List<Fault> faults(String... headers) {
        var problem = catchThrowableOfType(Problem.Occurrence.class, () -> event(headers));
        return (List<Fault>) problem.document(Language.EN).get("errors");
    }

    @Test
    void headers_are_attributes_and_the_body_is_the_data() {
        assertThat(event("ce-id", "1", "ce-subdistrict", "320613001")).isEqualTo(JSON.readTree("""
                {"specversion": "1.0", "id": "1", "subdistrict": "320613001", "datacontenttype": "application/json",
                 "data": {"a": 1}}"""));
    }

    @Test
    void a_content_type_that_is_not_said_is_not_made_up() {
        var event = BinaryMode.event(Map.of("ce-id", "1"), "", JSON.readTree("{}"));
        assertThat(event.propertyNames()).containsExactlyInAnyOrder("id", "data");
    }

    /** The examples are the binding's own (3.1.3.2), and what SDKs send. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"Euro%20%E2%82%AC%20%F0%9F%98%80|Euro € 😀", "a b|a b",
            "\"a b\"|a b", "\"say \\\"yes\\\"\"|say \"yes\"", "%22a%22|\"a\"", "100%25|100%", "%e8%91%9b|葛", "%41|A",
            "2023-03-02T11:30:00+08:00|2023-03-02T11:30:00+08:00", "a+b|a+b", "%2525|%25"})
    void a_value_is_decoded_once(String value, String text) {
        assertThat(event("ce-subject", value).get("subject").stringValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "%zz", "%4", "%ff", "%c0%af", "%ed%a0%80", "葛", "é", "a\tb", "%-1"})
    void what_cannot_be_decoded_is_named_and_not_repeated(String value) {
        assertThat(faults("ce-subject", value)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/subject");
            assertThat(fault.is(Fault.Code.MALFORMED)).isTrue();
            assertThat(fault.detail()).doesNotContain(value);
        });
    }

    @Test
    void what_is_no_name_of_an_attribute_is_one_fault_among_others() {
        assertThat(faults("ce-", "x", "ce-a-b", "x", "ce-data", "{}", "ce-subject", "%")).extracting(Fault::pointer)
                .containsExactlyInAnyOrder("", "", "/data", "/subject");
    }

    @Test
    void it_is_known_by_its_id_or_its_version() {
        assertThat(BinaryMode.isIn(Map.of("ce-id", "1"))).isTrue();
        assertThat(BinaryMode.isIn(Map.of("ce-specversion", "1.0"))).isTrue();
        assertThat(BinaryMode.isIn(Map.of("ce-type", "x", "id", "1"))).isFalse();
    }
}
