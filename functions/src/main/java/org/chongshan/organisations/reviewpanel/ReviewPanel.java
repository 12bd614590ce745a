package org.chongshan.organisations.reviewpanel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Aggregate;
import org.chongshan.core.Fact;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.organisations.RankedProposal;
import org.chongshan.events.organisations.Stake;
import org.chongshan.events.organisations.StakeKind;
import org.jspecify.annotations.Nullable;

/**
 * The review panel (评审组) of a call: its reviewers, what they are to review, and what they scored. Reviewers do not read it:
 * what others scored is known to officers alone.
 *
 * @param openedBy  who opened the call
 * @param reviewers by token subject
 * @param entries   by proposal
 * @param scores    by proposal and reviewer: points
 * @param stated    how often proposals were told who may read them
 */
record ReviewPanel(String id, String subdistrict, Status status, Instant proposalsUntil, String openedBy,
        SortedMap<String, Reviewer> reviewers, SortedMap<String, Entry> entries,
        SortedMap<String, SortedMap<String, Fact<Integer>>> scores, int stated) implements Aggregate {

    /** How many proposals a panel reviews. */
    static final int MOST_ENTRIES = 150;
    /** How many reviewers it has. */
    static final int MOST_REVIEWERS = 15;
    /** How many stakes one of them declares. */
    static final int MOST_STAKES = 100;

    private static final ZoneId ZONE = WorkingDays.ZONE;
    private static final int HUNDREDTHS = 100;

    /** Where a panel stands. */
    enum Status implements org.chongshan.core.Status {
        /** Proposals come in and are scored. */
        REVIEWING(Sight.LIST),
        /** They are ranked. */
        CONCLUDED(Sight.ENDED),
        /** The call was called off. */
        CLOSED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /**
     * Somebody who reviews.
     *
     * @param declared    whether they have said which stakes they have
     * @param recusedFrom organisations an officer found them to have a stake in
     */
    record Reviewer(boolean declared, List<Stake> stakes, SortedSet<String> recusedFrom, boolean dismissed) {

        static final Reviewer APPOINTED = new Reviewer(false, List.of(), new TreeSet<>(), false);

        Reviewer {
            stakes = List.copyOf(stakes);
        }

        Reviewer declaring(List<Stake> more) {
            var all = new ArrayList<>(stakes);
            more.stream().filter(one -> !all.contains(one)).forEach(all::add);
            return new Reviewer(true, all, recusedFrom, dismissed);
        }

        Reviewer recusedFrom(String organisation) {
            var all = new TreeSet<>(recusedFrom);
            all.add(organisation);
            return new Reviewer(declared, stakes, all, dismissed);
        }

        Reviewer dismissedNow() {
            return new Reviewer(declared, stakes, recusedFrom, true);
        }

        /** Whether they may review what an organisation proposes, on a day. */
        private boolean isFreeOf(String organisation, LocalDate day, long years) {
            return declared && !dismissed && !Actors.isAmong(organisation, recusedFrom) && stakes.stream()
                    .noneMatch(stake -> Actors.same(stake.organisation(), organisation) && isHeldOn(stake, day, years));
        }

        private static boolean isHeldOn(Stake stake, LocalDate day, long years) {
            var left = stake.leftOn();
            return stake.kind() != StakeKind.SERVED_THERE || left == null || day.isBefore(left.plusYears(years));
        }
    }

    /**
     * A proposal.
     *
     * @param left whether it is not to be reviewed after all
     */
    record Entry(String organisation, long requestedFen, boolean left) {}

    static ReviewPanel opened(String id, String subdistrict, Instant proposalsUntil, String openedBy) {
        return new ReviewPanel(id, subdistrict, Status.REVIEWING, proposalsUntil, openedBy, new TreeMap<>(),
                new TreeMap<>(), new TreeMap<>(), 0);
    }

    ReviewPanel stated(int more) {
        return new ReviewPanel(id, subdistrict, status, proposalsUntil, openedBy, reviewers, entries, scores,
                stated + more);
    }

    ReviewPanel in(Status next) {
        return new ReviewPanel(id, subdistrict, next, proposalsUntil, openedBy, reviewers, entries, scores, stated);
    }

    ReviewPanel with(String reviewer, Reviewer next) {
        var all = new TreeMap<>(reviewers);
        all.put(reviewer, next);
        return new ReviewPanel(id, subdistrict, status, proposalsUntil, openedBy, all, entries, scores, stated);
    }

    ReviewPanel with(String proposal, Entry next) {
        var all = new TreeMap<>(entries);
        all.put(proposal, next);
        return new ReviewPanel(id, subdistrict, status, proposalsUntil, openedBy, reviewers, all, scores, stated);
    }

    ReviewPanel scored(String proposal, String reviewer, Fact<Integer> points) {
        var all = new TreeMap<>(scores);
        var of = new TreeMap<>(all.getOrDefault(proposal, new TreeMap<>()));
        of.merge(reviewer, points, Fact::later);
        all.put(proposal, of);
        return new ReviewPanel(id, subdistrict, status, proposalsUntil, openedBy, reviewers, entries, all, stated);
    }

    /** The reviewer that somebody is, as appointed. */
    Optional<String> reviewerNamed(String actor) {
        return reviewers.keySet().stream().filter(one -> Actors.same(one, actor)).findAny();
    }

    /** Whether a reviewer may read and score a proposal. */
    boolean mayReview(String reviewer, @Nullable Entry entry, LocalDate day, long years) {
        var known = reviewers.get(reviewer);
        return known != null && entry != null && !entry.left() && !Actors.same(reviewer, entry.organisation())
                && known.isFreeOf(entry.organisation(), day, years);
    }

    /** The points of a proposal that count: of reviewers who, on the day of scoring, had no stake that is known by now. */
    List<Integer> counted(String proposal, long years) {
        return scores.getOrDefault(proposal, new TreeMap<>()).entrySet().stream()
                .filter(score -> mayReview(score.getKey(), entries.get(proposal),
                        WorkingDays.dayOf(score.getValue().at()), years))
                .map(score -> score.getValue().value()).toList();
    }

    /** Who is still to be ranked. */
    List<String> live() {
        return entries.entrySet().stream().filter(each -> !each.getValue().left()).map(each -> each.getKey()).toList();
    }

    /** Best first; of two with the same score whoever asks for less, then by id. */
    List<RankedProposal> ranking(long years) {
        return live().stream().map(proposal -> {
            var points = counted(proposal, years);
            var entry = entries.get(proposal);
            return new RankedProposal(proposal, entry.organisation(), entry.requestedFen(),
                    points.stream().mapToInt(Integer::intValue).sum() * HUNDREDTHS / points.size(), points.size());
        }).sorted(Comparator.comparingInt(RankedProposal::hundredths).reversed()
                .thenComparingLong(RankedProposal::requestedFen).thenComparing(RankedProposal::proposal)).toList();
    }

    @Override
    public String rank() {
        return proposalsUntil.toString();
    }
}
