package org.chongshan.minors.practicebase;

import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;
import org.chongshan.events.minors.BaseCategory;
import org.chongshan.events.minors.HonourRank;

/**
 * A practice base (践习基地) and its part of the course library (践习项目库).
 *
 * @param honours by id
 * @param courses by id
 */
record PracticeBase(String id, String subdistrict, BaseCategory category, String name,
        SortedMap<String, HonourRank> honours, SortedMap<String, Course> courses) implements Aggregate {

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
     * @param points of 100; 0 before it is evaluated
     */
    record Course(int courseClass, String title, Stage stage, int points) {
        Course at(Stage next) {
            return new Course(courseClass, title, next, points);
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
}
