package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What people post to marriage: videos that are watched. */
final class MarriageWorkload implements Workload {
    private static final int VIEWINGS = 6;

    @Override
    public List<Supplier<List<Post>>> histories(Pen pen) {
        var all = new ArrayList<Supplier<List<Post>>>();
        all.add(() -> video(pen));
        all.addAll(CounsellingUnderTest.histories(pen));
        return all;
    }

    /** One video of the whole bureau, watched in every subdistrict. */
    private static List<Post> video(Pen pen) {
        var posts = new ArrayList<Post>();
        var first = pen.streets().getFirst();
        posts.add(pen.post("learning/V-1", "registry", first, "marriage.VideoPublished",
                "{\"video\": \"V-1\", \"title\": \"To quarrel well\", \"minutes\": 18}"));
        for (int i = 0; i < VIEWINGS; i++) {
            posts.add(pen.post("learning/V-1", pen.one(List.of("registry", "desk")), pen.one(pen.streets()),
                    "marriage.VideoWatched",
                    "{\"video\": \"V-1\", \"at\": \"%s\"}".formatted(pen.one(List.of("HOME", "LEARNING_CORNER")))));
        }
        if (pen.pick(3) == 0) {
            posts.add(pen.post("learning/V-1", "district", first, "marriage.VideoWithdrawn",
                    "{\"video\": \"V-1\", \"grounds\": \"Out of date.\"}"));
        }
        return posts;
    }
}
