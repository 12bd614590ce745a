package org.chongshan.eldercare.elder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.core.Fact;
import org.chongshan.core.Word;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.elder.Known.Assessment;
import org.chongshan.events.eldercare.EconomicHardship;
import org.chongshan.events.eldercare.EligibilityTest;
import org.jspecify.annotations.Nullable;

/** Who is visited at home and has a care bed (具有崇川区户籍且长期居住在本行政区内60周岁及以上经济困难的失能和部分失能老年人): five tests. */
final class Eligibility {
    private static final Set<EconomicHardship> STANDING_HARDSHIP = Set.of(EconomicHardship.DESTITUTE,
            EconomicHardship.MINIMUM_LIVING, EconomicHardship.DESTITUTE_MARGIN, EconomicHardship.LOW_INCOME_MARGIN,
            EconomicHardship.EXPENDITURE_DRIVEN);
    private static final String NOT_KNOWN = "not-known";

    private Eligibility() {}

    /**
     * How a test came out.
     *
     * @param fact   what it rests on, in a word
     * @param source id of the event that stated it; null when nothing is known
     * @param since  the day the fact holds since; null when nothing is known
     */
    record Finding(boolean holds, String fact, @Nullable String source, @Nullable LocalDate since) {
        static final Finding NOTHING = new Finding(false, NOT_KNOWN, null, null);
    }

    /** Each test at a time, upon what is known. */
    static SortedMap<EligibilityTest, Finding> tests(Known known, Terms terms, Instant at) {
        var all = new TreeMap<EligibilityTest, Finding>();
        var residence = known.residence().asOf(at);
        all.put(EligibilityTest.REGISTRATION,
                residence.map(fact -> new Finding(fact.value().registeredHere(),
                        fact.value().registeredHere() ? "registered-here" : "registered-elsewhere", fact.event(),
                        WorkingDays.dayOf(fact.at()))).orElse(Finding.NOTHING));
        all.put(EligibilityTest.RESIDENCE, residence.map(fact -> residence(fact, terms, at)).orElse(Finding.NOTHING));
        all.put(EligibilityTest.AGE, known.born().latest().map(fact -> age(fact, terms, at)).orElse(Finding.NOTHING));
        all.put(EligibilityTest.HARDSHIP,
                known.household().asOf(at)
                        .flatMap(household -> Optional.ofNullable(known.hardship().get(household.value())))
                        .flatMap(facts -> facts.asOf(at)).map(Eligibility::hardship).orElse(Finding.NOTHING));
        all.put(EligibilityTest.ABILITY,
                known.assessments().asOf(at).map(fact -> ability(fact, terms, at)).orElse(Finding.NOTHING));
        return all;
    }

    private static Finding residence(Fact<Known.Residence> fact, Terms terms, Instant at) {
        var since = fact.value().livesHereSince();
        if (since == null) {
            return new Finding(false, "lives-elsewhere", fact.event(), WorkingDays.dayOf(fact.at()));
        }
        var isLong = !at.isBefore(longTermFrom(since, terms));
        return new Finding(isLong, isLong ? "lives-here-for-long" : "lives-here-not-for-long", fact.event(), since);
    }

    private static Finding age(Fact<LocalDate> born, Terms terms, Instant at) {
        var years = ChronoUnit.YEARS.between(born.value(), WorkingDays.dayOf(at));
        return new Finding(!at.isBefore(oldEnoughFrom(born.value(), terms)), years + "-years", born.event(),
                born.value());
    }

    private static Finding hardship(Fact<EconomicHardship> fact) {
        return new Finding(STANDING_HARDSHIP.contains(fact.value()), Word.of(fact.value()), fact.event(),
                WorkingDays.dayOf(fact.at()));
    }

    private static Finding ability(Fact<Assessment> fact, Terms terms, Instant at) {
        var isValid = at.isBefore(fact.value().validUntil());
        return new Finding(isValid && fact.value().grade().ordinal() >= terms.disabledFromGrade(),
                isValid ? Word.of(fact.value().grade()) : "assessed-too-long-ago", fact.event(),
                WorkingDays.dayOf(fact.at()));
    }

    /**
     * When somebody is old enough: as the birthday begins; of a 29 February in a year without one, as its last day of
     * February does (Civil Code 202).
     */
    static Instant oldEnoughFrom(LocalDate born, Terms terms) {
        return Known.startOf(born.plusYears(terms.ageYears()));
    }

    static Instant longTermFrom(LocalDate since, Terms terms) {
        return Known.startOf(since.plusMonths(terms.residenceMonths()));
    }
}
