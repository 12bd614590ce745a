package org.chongshan.minors.child;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.chongshan.events.minors.Level;
import org.chongshan.events.minors.Tier;
import org.chongshan.minors.MinorsParameter;
import org.chongshan.minors.child.Child.Service;
import org.chongshan.minors.child.Known.Axes;

/** What three axes make a tier, and what a tier brings: the first line that applies decides. */
final class Tiers {
    /** A line of the table. */
    record Line(ChildRule rule, Tier tier, Predicate<Axes> applies) {}

    private static final List<Line> TABLE = List.of(
            new Line(ChildRule.GRAVE_GUARDIANSHIP, Tier.HIGH, axes -> axes.guardianship() == Level.GRAVE),
            new Line(ChildRule.TWO_GRAVE, Tier.HIGH, axes -> count(axes, Level.GRAVE) >= 2),
            new Line(ChildRule.ONE_GRAVE, Tier.MEDIUM_HIGH, axes -> count(axes, Level.GRAVE) == 1),
            new Line(ChildRule.TWO_SOME, Tier.MEDIUM_HIGH, axes -> count(axes, Level.SOME) >= 2),
            new Line(ChildRule.ONE_SOME, Tier.MEDIUM_LOW, axes -> count(axes, Level.SOME) == 1),
            new Line(ChildRule.NO_RISK, Tier.LOW, axes -> true));

    private Tiers() {}

    static Line of(Axes axes) {
        return TABLE.stream().filter(line -> line.applies().test(axes)).findFirst().orElseThrow();
    }

    /** What a child in a tier is offered; assumption, set locally. */
    static SortedSet<Service> services(Tier tier) {
        return new TreeSet<>(switch (tier) {
            case HIGH, MEDIUM_HIGH ->
                List.of(Service.FUNDING_SUPPORT, Service.PROFESSIONAL_INTERVENTION, Service.VISITS);
            case MEDIUM_LOW -> List.of(Service.FUNDING_SUPPORT, Service.VISITS);
            case LOW -> List.of(Service.VISITS);
        });
    }

    static MinorsParameter visitDays(Tier tier) {
        return switch (tier) {
            case HIGH -> MinorsParameter.VISIT_DAYS_HIGH;
            case MEDIUM_HIGH -> MinorsParameter.VISIT_DAYS_MEDIUM_HIGH;
            case MEDIUM_LOW -> MinorsParameter.VISIT_DAYS_MEDIUM_LOW;
            case LOW -> MinorsParameter.VISIT_DAYS_LOW;
        };
    }

    private static long count(Axes axes, Level level) {
        return Stream.of(axes.guardianship(), axes.behaviour(), axes.physiological()).filter(level::equals).count();
    }
}
