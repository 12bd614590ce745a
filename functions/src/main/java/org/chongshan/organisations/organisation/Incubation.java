package org.chongshan.organisations.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.core.Fact;
import org.chongshan.events.Personal;
import org.chongshan.events.organisations.IncubationMilestone;
import org.jspecify.annotations.Nullable;

/**
 * A team on its way to an organisation.
 *
 * @param team       what was said of it last; null when only a step was
 * @param milestones when each step was reached, the first time that is known
 * @param size       how large it was when somebody said so last; null when nobody has
 */
record Incubation(@Nullable Fact<Team> team, SortedMap<IncubationMilestone, Instant> milestones,
        @Nullable Fact<Size> size) {

    static final Incubation NONE = new Incubation(null, new TreeMap<>(), null);

    /**
     * A community team.
     *
     * @param incubator the organisation that accompanies it
     * @param until     the last day it is to be accompanied
     */
    record Team(String name, String incubator, Personal contact, LocalDate until) {}

    /**
     * How large a team is.
     *
     * @param activitiesAYear null when nobody has said
     */
    record Size(int volunteers, @Nullable Integer activitiesAYear) {}

    Incubation of(Fact<Team> fact, int volunteers) {
        return new Incubation(Fact.later(team, fact), milestones,
                Fact.later(size, new Fact<>(new Size(volunteers, null), fact.at(), fact.event())));
    }

    Incubation reached(IncubationMilestone milestone, Fact<Size> fact) {
        var all = new TreeMap<>(milestones);
        all.merge(milestone, fact.at(), (known, other) -> known.isBefore(other) ? known : other);
        return new Incubation(team, all, Fact.later(size, fact));
    }
}
