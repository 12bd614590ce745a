package org.chongshan.minors.activity;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Places;
import org.jspecify.annotations.Nullable;

/**
 * An activity at a practice base.
 *
 * @param subdistrict  null before it is scheduled
 * @param status       {@code none}, {@code scheduled}, {@code held} or {@code cancelled}
 * @param places       how many children may come
 * @param reportBy     when somebody has said whether it was held
 * @param reportMissed whether it was stated that nobody has
 * @param enrolled     children with a place, in the order they got it
 * @param waiting      children without, in the order they signed up
 * @param attended     children that came
 */
record Activity(String id, @Nullable String subdistrict, String status, @Nullable String base, @Nullable String course,
        int places, @Nullable Instant startsAt, @Nullable Instant reportBy, boolean reportMissed, List<String> enrolled,
        List<String> waiting, SortedSet<String> attended) implements Aggregate {

    /** The children and the places they have or wait for. */
    Places children() {
        return Places.of(places, enrolled, waiting);
    }

    Activity children(Places now) {
        return new Activity(id, subdistrict, status, base, course, places, startsAt, reportBy, reportMissed,
                now.participants(), now.waiting(), attended);
    }

    Activity attended(SortedSet<String> now) {
        return new Activity(id, subdistrict, status, base, course, places, startsAt, reportBy, reportMissed, enrolled,
                waiting, now);
    }

    Activity ended(String how) {
        return new Activity(id, subdistrict, how, base, course, places, startsAt, reportBy, reportMissed, enrolled,
                waiting, attended);
    }

    Activity reportMissedStated() {
        return new Activity(id, subdistrict, status, base, course, places, startsAt, reportBy, true, enrolled, waiting,
                attended);
    }

    @Override
    public String rank() {
        return startsAt == null ? "" : startsAt.toString();
    }

    @Override
    public @Nullable Instant due() {
        return status.equals("scheduled") && !reportMissed ? reportBy : null;
    }
}
