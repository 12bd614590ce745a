package org.chongshan.local.programme;

import java.util.List;
import java.util.stream.Stream;

import org.chongshan.events.Programme;

import static org.chongshan.local.programme.Example.of;

/** Marriage (婚俗改革), as the harnesses know it. */
final class MarriageUnderTest {
    static final ProgrammeUnderTest RECORD = new ProgrammeUnderTest(Programme.MARRIAGE, new MarriageWorkload(),
            new MarriageInvariants(),
            Stream.concat(examples().stream(), CounsellingUnderTest.examples().stream()).toList());

    private MarriageUnderTest() {}

    private static List<Example> examples() {
        return List.of(
                of("registry", "marriage.VideoPublished",
                        "{\"video\": \"V-?\", \"title\": \"To quarrel well\", \"minutes\": 18}"),
                of("desk", "marriage.VideoWatched", "{\"video\": \"V-?\", \"at\": \"HOME\"}"),
                of("district", "marriage.VideoWithdrawn", "{\"video\": \"V-?\", \"grounds\": \"Out of date.\"}"));
    }
}
