package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What people post to elder care. */
final class EldercareWorkload implements Workload {
    @Override
    public List<Supplier<List<Post>>> histories(Pen pen) {
        var all = new ArrayList<Supplier<List<Post>>>();
        for (var street : pen.streets()) {
            all.add(() -> facility(pen, street));
            all.addAll(HomeVisitHistories.of(pen, street));
        }
        return all;
    }

    /** A centre whose kiosks come and go. */
    private static List<Post> facility(Pen pen, String street) {
        var centre = street + "-centre";
        var key = "facility/" + centre;
        var posts = new ArrayList<Post>();
        posts.add(pen.post(key, "district", street, "eldercare.FacilityOpened",
                "{\"facility\": \"" + centre + "\", \"kind\": \"CENTRE\", \"name\": \"Centre\"}"));
        posts.add(pen.post(key, "district", street, "eldercare.FacilityStandardised",
                "{\"facility\": \"" + centre + "\"}"));
        for (int i = 0; i < 4; i++) {
            posts.add(pen.pick(3) == 0
                    ? pen.post(key, "street", street, "eldercare.KioskRemoved",
                            "{\"facility\": \"%s\", \"kiosk\": \"k-%d\"}".formatted(centre, pen.pick(2)))
                    : pen.post(key, "street", street, "eldercare.KioskInstalled",
                            "{\"facility\": \"%s\", \"kiosk\": \"k-%d\", \"modules\": [\"%s\"]}".formatted(centre,
                                    pen.pick(2), pen.one(List.of("MEALS", "RATING")))));
        }
        if (pen.pick(6) == 0) {
            posts.add(pen.post(key, "district", street, "eldercare.FacilityClosed",
                    "{\"facility\": \"" + centre + "\", \"grounds\": \"It moves.\"}"));
        }
        return posts;
    }
}
