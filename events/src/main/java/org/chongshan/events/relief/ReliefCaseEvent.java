package org.chongshan.events.relief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a temporary-relief case (临时救助) accepts.
 */
public sealed interface ReliefCaseEvent extends ReliefEvent {
    /** Id of the relief case it concerns. */
    String reliefCase();

    /**
     * Urgent temporary relief was asked for (急难型临时救助). The 24 hours run from the time of this event.
     *
     * @param amountFen fen for the whole household
     * @param persons   whom it is meant for, heads
     * @param lead      the lead whose triage asks; null when somebody posts it
     * @param struckAt  when the hardship struck, or was noticed; null when that is the time of this event
     */
    @PostedBy({Role.GRID, Role.STATION, Role.STREET, Role.DESK})
    record UrgentReliefRequested(@Id(begins = true) String reliefCase,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household, Hardship hardship,
            @Min(1) @Max(100_000_000) long amountFen, @Min(1) @Max(20) int persons,
            @Nullable @Id @Size(max = Id.MOST_TO_NUMBER) String lead,
            @Happened @Nullable Instant struckAt) implements ReliefCaseEvent {}

    /**
     * A request that waited for an officer is confirmed: the fund is asked for the money.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record UrgentReliefConfirmed(@Id String reliefCase,
            @Size(min = 2, max = 500) Confidential grounds) implements ReliefCaseEvent {}

    /**
     * Temporary relief was applied for, the ordinary way (临时救助).
     *
     * @param amountFen fen for the whole household
     * @param persons   whom it is meant for, heads
     * @param lead      the lead whose triage asks; null when somebody posts it
     * @param struckAt  when the hardship struck, or was noticed; null when that is the time of this event
     */
    @PostedBy({Role.GRID, Role.STATION, Role.STREET, Role.DESK})
    record ReliefApplicationSubmitted(@Id(begins = true) String reliefCase,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household, Hardship hardship,
            @Min(1) @Max(100_000_000) long amountFen, @Min(1) @Max(20) int persons,
            @Nullable @Id @Size(max = Id.MOST_TO_NUMBER) String lead,
            @Happened @Nullable Instant struckAt) implements ReliefCaseEvent {}

    /**
     * What the books say of a household to a case that asked: that it is on them, and its economic facts.
     *
     * @param category        it is recognised in; null for none, or when no facts are verified
     * @param registeredHeads members it is registered with
     * @param verifiedHeads   persons living there by the facts last verified; null when there are none
     * @param struckOn        the day on which the hardship struck, by what the household knows of it: the claim is of its year
     */
    record EconomicFactsStated(@Id String reliefCase, @Id String household, @Nullable Category category,
            int registeredHeads, @Nullable Integer verifiedHeads, LocalDate struckOn) implements ReliefCaseEvent {}

    /**
     * A case is approved (审批).
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ReliefApproved(@Id String reliefCase,
            @Size(min = 2, max = 500) Confidential grounds) implements ReliefCaseEvent {}

    /**
     * A case is rejected.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ReliefRejected(@Id String reliefCase,
            @Size(min = 2, max = 500) Confidential grounds) implements ReliefCaseEvent {}

    /**
     * A consultation has the case on its table, and asks who asked for the relief.
     */
    record CaseIntroductionRequested(@Id String reliefCase, @Id String consultation) implements ReliefCaseEvent {}

    /**
     * A consultation decided a case by itself (一事一议), over the level that would have decided it.
     *
     * @param grounds      why, 2 to 500 characters
     * @param members      token subjects of those who said that they attend
     * @param withDistrict whether an officer of the district was among them
     */
    record ReliefCaseDeliberated(@Id String reliefCase, @Id String consultation, Verdict verdict,
            @Size(min = 2, max = 500) Confidential grounds, SortedSet<String> members,
            boolean withDistrict) implements ReliefCaseEvent {}

    /**
     * The fund set the money aside.
     */
    record FundHeld(@Id String fund, @Id String reliefCase, @Min(1) long amountFen) implements ReliefCaseEvent {}

    /**
     * The fund does not cover the case.
     *
     * @param availableFen what it has left, fen
     */
    record FundRefused(@Id String fund, @Id String reliefCase, @Min(0) long availableFen) implements ReliefCaseEvent {}

    /**
     * The district pays a case the subdistrict's fund could not cover.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.DISTRICT})
    record UrgentReliefFunded(@Id String reliefCase,
            @Size(min = 2, max = 500) Confidential grounds) implements ReliefCaseEvent {}

    /**
     * The money arrived.
     *
     * @param paidAt when, as the receipt says: this stops the 24 hours
     */
    record DisbursementConfirmed(@Id String claim, @Id String reliefCase, @Id String fund, @Min(1) long amountFen,
            Instant paidAt) implements ReliefCaseEvent, ReserveFundEvent {}

    /**
     * The money did not arrive; what was held is free again.
     */
    record DisbursementFailed(@Id String claim, @Id String reliefCase, @Id String fund, @Min(1) long amountFen,
            FailedBecause reason) implements ReliefCaseEvent, ReserveFundEvent {}

    /**
     * What had been paid came back: the relief did not arrive after all.
     */
    record DisbursementReturned(@Id String claim, @Id String reliefCase, @Id String fund,
            @Min(1) long amountFen) implements ReliefCaseEvent, ReserveFundEvent {}

    /**
     * The papers of an urgent case were filed afterwards (事后补充备案).
     *
     * @param documents references of the papers, 1 to 20
     */
    @PostedBy({Role.STREET})
    record RetroactiveFilingSubmitted(@Id String reliefCase,
            @Size(min = 1, max = 20) List<@Size(min = 1, max = 100) String> documents) implements ReliefCaseEvent {}
}
