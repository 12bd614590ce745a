package org.chongshan.events.relief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Checked;
import org.chongshan.events.Confidential;
import org.chongshan.events.Fault;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a household (户) accepts.
 */
public sealed interface HouseholdEvent extends ReliefEvent {
    /** Id of the household it concerns. */
    String household();

    /**
     * A household came onto the books.
     *
     * @param household id given by whoever registers it
     * @param members   who lives there, 1 to 20, each once; exactly one of them is the head
     */
    @PostedBy({Role.GRID, Role.STREET})
    record HouseholdRegistered(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String household,
            @Size(min = 1, max = 20) List<@Valid Member> members) implements HouseholdEvent, Checked {
        @Override
        public Stream<Fault> faults() {
            var heads = members.stream().filter(member -> member.relation() == Relation.HEAD).count();
            var faults = Stream.<Fault>builder();
            if (heads != 1) {
                faults.add(new Fault("/members", Fault.Code.ONE_HEAD, "has exactly one member who is the HEAD"));
            }
            var seen = new HashSet<String>();
            var numbers = new HashSet<String>();
            for (int i = 0; i < members.size(); i++) {
                if (!seen.add(members.get(i).member())) {
                    faults.add(
                            new Fault("/members/" + i + "/member", Fault.Code.MEMBER_TWICE, "names every member once"));
                }
                var number = members.get(i).identityNumber();
                if (number.isResident() && !numbers.add(number.value())) {
                    faults.add(new Fault("/members/" + i + "/identityNumber", Fault.Code.MEMBER_TWICE,
                            "names every member once"));
                }
            }
            return faults.build();
        }
    }

    /**
     * A grid worker called on a household (走访摸排) and says what was found.
     *
     * @param hardship    what struck it, or NONE
     * @param observation in the visitor's words, at most 500 characters
     */
    @PostedBy({Role.GRID})
    record GridVisitRecorded(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household, Hardship hardship,
            @Size(max = 500) Personal observation) implements HouseholdEvent {}

    /**
     * The economic facts of a household were verified (家庭经济状况核对).
     *
     * @param persons           living there, heads
     * @param income12Fen       of the whole household in the last 12 months, fen
     * @param rigidSpending12Fen what could not be avoided in the last 12 months, such as medical bills, fen
     * @param ableToWork        whether any member can work
     * @param supporterAble     whether anybody is bound by law to support them and able to
     * @param hardship          what struck it lately, or NONE
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record EconomicStatusVerified(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household,
            @Min(1) @Max(20) int persons, @Min(0) @Max(10_000_000_000L) long income12Fen,
            @Min(0) @Max(10_000_000_000L) long rigidSpending12Fen, boolean ableToWork, boolean supporterAble,
            Hardship hardship) implements HouseholdEvent {}

    /**
     * A relief case asks for the economic facts of its household.
     *
     * @param urgent   whether it wants what is known now; an ordinary case waits until they are verified
     * @param hardship what it asks relief for
     * @param struckOn the day on which that struck, as it was told
     * @param heardOn  the day on which the bureau could first know of the case
     */
    record EconomicFactsRequested(@Id String household, @Id String reliefCase, boolean urgent, Hardship hardship,
            LocalDate struckOn, LocalDate heardOn) implements HouseholdEvent {}

    /**
     * A plan of its own was adopted for a household (一户一策). The latest version is the live one.
     *
     * @param plan     version, one more than the live one; two officers never overwrite each other
     * @param lines    1 to 12
     * @param reviewOn day by which it is looked at again, at most two years ahead
     */
    @PostedBy({Role.STREET})
    record HouseholdPlanAdopted(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household, @Min(1) @Max(1000) int plan,
            @Size(min = 1, max = 12) List<@Valid PlanLine> lines,
            @Planned LocalDate reviewOn) implements HouseholdEvent {}

    /**
     * A household is followed closely from the time of this event on (重点关注). Whether it is now, is what the last of these and
     * their ends says, by its own time.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET})
    record KeyWatchAdded(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household,
            @Size(min = 2, max = 500) Confidential grounds) implements HouseholdEvent {}

    /**
     * A household is no longer followed closely from the time of this event on.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET})
    record KeyWatchRemoved(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household,
            @Size(min = 2, max = 500) Confidential grounds) implements HouseholdEvent {}

    /**
     * The quarter's subsidy reached a recognised household: it decides whether it is entitled.
     *
     * @param cycle quarter and subdistrict
     */
    record SubsidyDue(@Id String cycle, @Id String household) implements HouseholdEvent {}

    /**
     * An in-kind subsidy was handed out against a receipt.
     *
     * @param receipt number of the signed receipt
     */
    @PostedBy({Role.GRID, Role.STREET, Role.CARE})
    record SubsidyDelivered(@Id String cycle, @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household,
            @Id String receipt) implements HouseholdEvent {}

    /**
     * A member of this household stands in another one's books too. Shown to officers, never merged by itself.
     *
     * @param other  the other household; null when it lies in another subdistrict, of which this one learns nothing
     * @param member who stands in both, by pseudonym or by the index of the identity number
     * @param waits  whether this one's entitlements wait until an officer has looked: of the two, the one listed later
     */
    record HouseholdDuplicateSuspected(@Id String household, @Nullable @Id String other, @Id String member,
            boolean waits) implements HouseholdEvent {}

    /**
     * An officer looked at two households and found that they are two, or that one was closed. It clears the one; the other is
     * cleared by an event of its own. Of a household of another subdistrict only the district knows, and clears it.
     *
     * @param other   the other household
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record HouseholdDuplicateCleared(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String other,
            @Size(min = 2, max = 500) Confidential grounds) implements HouseholdEvent {}

    /**
     * Relief reached a household.
     *
     * @param lead id of the lead it began with; the case's own id when there was none
     */
    record ReliefDisbursed(@Id String reliefCase, @Id String lead, @Id String household, @Min(1) long amountFen,
            Instant paidAt) implements HouseholdEvent, LeadEvent {}

    /**
     * Relief that had reached a household came back.
     *
     * @param lead id of the lead it began with; the case's own id when there was none
     */
    record ReliefReturned(@Id String reliefCase, @Id String lead, @Id String household,
            @Min(1) long amountFen) implements HouseholdEvent, LeadEvent {}
}
