package org.chongshan.minors.practicebase;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Fact;
import org.chongshan.events.minors.BaseCategory;
import org.chongshan.events.minors.HonourRank;
import org.chongshan.minors.MinorsFigure;
import org.jspecify.annotations.Nullable;

/**
 * A practice base (践习基地) and its part of the course library (践习项目库).
 *
 * @param honours by id
 * @param courses by id
 */
record PracticeBase(String id, String subdistrict, BaseCategory category, String name,
        SortedMap<String, HonourRank> honours, SortedMap<String, Course> courses) implements Aggregate {

    /** How many courses a base brings, retired ones among them. */
    static final int MOST_COURSES = 100;
    /** How many honours a base holds. */
    static final int MOST_HONOURS = 100;

    /** Where a base stands. */
    enum Status implements org.chongshan.core.Status {
        /** Children learn there. */
        ACCREDITED;

        @Override
        public Sight sight() {
            return Sight.LIST;
        }
    }

    enum Stage {
        PROPOSED,
        EVALUATED,
        ADMITTED,
        RETIRED
    }

    /**
     * A course.
     *
     * @param points of 100, as last evaluated; null before
     */
    record Course(int courseClass, String title, Stage stage, @Nullable Fact<Integer> points) {
        Course at(Stage next) {
            return new Course(courseClass, title, next, points);
        }

        Course evaluated(Fact<Integer> found) {
            return new Course(courseClass, title, Stage.EVALUATED, Fact.later(points, found));
        }
    }

    PracticeBase honoured(String honour, HonourRank rank) {
        var all = new TreeMap<>(honours);
        all.put(honour, rank);
        return new PracticeBase(id, subdistrict, category, name, all, courses);
    }

    PracticeBase course(String course, Course now) {
        var all = new TreeMap<>(courses);
        all.put(course, now);
        return new PracticeBase(id, subdistrict, category, name, honours, all);
    }

    @Override
    public Status status() {
        return Status.ACCREDITED;
    }

    @Override
    public List<Count> counts() {
        var all = new ArrayList<Count>();
        all.add(Count.of(MinorsFigure.PRACTICE_BASES, 1));
        all.add(Count.each(MinorsFigure.PRACTICE_BASE_CATEGORIES, category.name()));
        if (honours.containsValue(HonourRank.PROVINCE)) {
            all.add(Count.of(MinorsFigure.BASES_HONOURED_PROVINCIAL, 1));
        }
        if (honours.containsValue(HonourRank.CITY)) {
            all.add(Count.of(MinorsFigure.BASES_HONOURED_CITY, 1));
        }
        courses.values().stream().filter(course -> course.stage() == Stage.ADMITTED).forEach(course -> {
            all.add(Count.of(MinorsFigure.COURSES, 1));
            all.add(Count.each(MinorsFigure.COURSE_CLASSES, "" + course.courseClass()));
        });
        return all;
    }
}
