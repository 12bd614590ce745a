package org.chongshan.organisations.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.chongshan.core.Rendering;
import org.chongshan.core.WorkingDays;
import org.chongshan.organisations.project.Tranche.State;
import org.jspecify.annotations.Nullable;

/**
 * Awards in the 360Giving data standard, version 1.4. Amounts are in yuan. Ids begin with a prefix that 360Giving has not given
 * out: whoever publishes for others than their own citizens asks for one. What was given up is no grant.
 */
public record ThreeSixtyGiving() implements Rendering<Project> {
    private static final String PREFIX = "360G-CHONGCHUAN-";
    private static final String SUBDISTRICT = "Chongchuan District, subdistrict ";

    /** A grant. */
    record Grant(String id, String title, String description, String currency, BigDecimal amountAppliedFor,
            BigDecimal amountAwarded, BigDecimal amountDisbursed, LocalDate awardDate, List<Dates> plannedDates,
            List<Organization> recipientOrganization, List<Organization> fundingOrganization,
            List<Location> beneficiaryLocation, List<GrantProgramme> grantProgramme, String fromOpenCall,
            List<Classification> classifications, List<Transaction> disbursementTransaction) {}

    /** From when to when. */
    record Dates(LocalDate startDate, LocalDate endDate) {}

    /** Who gives or gets. */
    record Organization(String id, String name, @Nullable String charityNumber, String addressCountry) {}

    /** Where. */
    record Location(String id, String name, String countryCode) {}

    /** What for, in whose words. */
    record Classification(String vocabulary, String code, String title) {}

    /** Out of which call. */
    record GrantProgramme(String code) {}

    /** A tranche that was paid. */
    record Transaction(String id, LocalDate transactionDate, String currency, BigDecimal value) {}

    @Override
    public String word() {
        return "360giving";
    }

    @Override
    public String member() {
        return "grants";
    }

    @Override
    public Optional<Grant> of(Project project) {
        if (project.status() == Project.Status.GIVEN_UP) {
            return Optional.empty();
        }
        var award = project.award();
        var amounts = project.amounts();
        var field = award.field().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        var recipient = award.recipient();
        return Optional.of(new Grant(PREFIX + project.id(), award.title(),
                award.title() + ": " + field + ", for " + award.expectedPersonTimes() + " person-times", "CNY",
                yuan(amounts.requestedFen()), yuan(amounts.awardedFen()), yuan(amounts.disbursedFen()),
                award.awardedOn(), List.of(new Dates(award.startsOn(), award.endsOn())),
                List.of(new Organization(PREFIX + award.organisation(), recipient.name(), recipient.creditCode(),
                        "CN")),
                List.of(new Organization(PREFIX + project.subdistrict(), SUBDISTRICT + project.subdistrict(), null,
                        "CN")),
                award.subdistricts().stream().sorted().map(code -> new Location(code, SUBDISTRICT + code, "CN"))
                        .toList(),
                List.of(new GrantProgramme(award.call())), "Yes",
                List.of(new Classification("chongshan", award.field().name(), field)), paid(project)));
    }

    private static List<Transaction> paid(Project project) {
        return project.course().tranches().entrySet().stream().filter(one -> one.getValue().state() == State.PAID)
                .map(one -> new Transaction(PREFIX + project.id() + "-" + one.getKey(),
                        WorkingDays.dayOf(Objects.requireNonNull(one.getValue().paidAt())), "CNY",
                        yuan(one.getValue().amountFen())))
                .toList();
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
