package org.chongshan.local.programme;

import org.chongshan.local.Bureau;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of every programme, lived through in one subdistrict by those who work there: afterwards it has a record in every
 * collection.
 */
public final class OneOfEach {
    /** When the examples happen. */
    public static final String NOW = "2023-03-02T04:00:00Z";

    private OneOfEach() {}

    /** Posts them; their ids end with {@code suffix}. It must be {@link #NOW} in the bureau. */
    public static void in(Bureau bureau, String subdistrict, String suffix) throws Exception {
        for (var programme : ProgrammesUnderTest.ALL) {
            for (var example : programme.examples()) {
                if (example.waits()) {
                    bureau.settle();
                }
                var answer = bureau.post(bureau.token(example.role(), subdistrict, example.subject(suffix)),
                        "application/cloudevents+json",
                        bureau.event(Bureau.newId(), example.type(), subdistrict, example.data(subdistrict, suffix))
                                .replace(NOW, example.at() == null ? NOW : example.at()));
                assertThat(answer.statusCode()).as(example + " " + answer.body()).isEqualTo(202);
            }
            bureau.settle();
        }
        somethingIsTakenAway(bureau, subdistrict);
    }

    /** What nobody posts: that somebody takes records of the subdistrict away. */
    static void somethingIsTakenAway(Bureau bureau, String subdistrict) throws Exception {
        var file = bureau.get(bureau.token("street", subdistrict), "/v1/households?format=csv");
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        bureau.settle();
    }
}
