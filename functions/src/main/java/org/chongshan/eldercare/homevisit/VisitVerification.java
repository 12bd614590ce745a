package org.chongshan.eldercare.homevisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;

import org.chongshan.core.Fact;
import org.chongshan.core.Rendering;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.eldercare.AdjustmentReason;
import org.jspecify.annotations.Nullable;

/**
 * Verified visits by the six elements of electronic visit verification (21st Century Cures Act, section 12006): type, recipient,
 * provider, date, place, start and end; and beside the times that count those that were recorded, with why they were adjusted.
 * Elders and carers are pseudonyms.
 */
public record VisitVerification() implements Rendering<HomeVisit> {

    /**
     * A verified visit.
     *
     * @param type       ids of the catalogue's items that were done and confirmed
     * @param place      id of the community
     * @param recordedIn when somebody first checked in
     * @param adjustment null when the recorded times count
     */
    record Verified(String visit, SortedSet<String> type, String recipient, String provider, String carer,
            LocalDate date, String place, Instant start, Instant end, @Nullable Instant recordedIn,
            @Nullable Instant recordedOut, @Nullable Adjusted adjustment) {}

    /** Why other times count than those recorded. */
    record Adjusted(AdjustmentReason reason, String requestedBy, @Nullable String approvedBy) {}

    @Override
    public String word() {
        return "evv";
    }

    @Override
    public String member() {
        return "visits";
    }

    @Override
    public Optional<Verified> of(HomeVisit visit) {
        var weighed = visit.weighed();
        var provider = weighed.provider();
        var carer = weighed.carer();
        var start = weighed.startedAt();
        var end = weighed.endedAt();
        if (visit.status() != HomeVisit.Status.VERIFIED || provider == null || carer == null || start == null
                || end == null) {
            return Optional.empty();
        }
        var recorded = visit.recorded();
        return Optional.of(new Verified(visit.id(), weighed.items(), visit.booking().elder(), provider, carer,
                WorkingDays.dayOf(start), visit.booking().place(), start, end,
                recorded.first().map(Fact::at).orElse(null),
                recorded.outs().all().stream().filter(out -> out.value().carer().equals(carer))
                        .max(Comparator.comparing(Fact::at)).map(Fact::at).orElse(null),
                recorded.counting().map(one -> new Adjusted(one.reason(), one.by(), one.decidedBy())).orElse(null)));
    }
}
