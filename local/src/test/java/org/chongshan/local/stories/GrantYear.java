package org.chongshan.local.stories;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Who calls, proposes, reviews, is awarded and is paid what in one year, and what all of it must come to: planned from a seed and
 * counted here, with none of the platform's code.
 */
final class GrantYear {
    static final int ORGANISATIONS = Integer.getInteger("grants.organisations", 8);
    static final long SEED = Long.getLong("grants.seed", 2023);
    static final long FLOOR_FEN = 1_000_000;
    static final long CEILING_FEN = 3_800_000;
    static final int REVIEWERS = 4;

    /** What the seed has: of so many organisations so many proposals and projects. */
    private static final int SEED_ORGANISATIONS = 289;
    private static final int PROPOSALS = ORGANISATIONS * 600 / SEED_ORGANISATIONS;
    private static final int AWARDS = ORGANISATIONS * 190 / SEED_ORGANISATIONS;
    private static final boolean WHOLE = ORGANISATIONS >= 100;
    private static final List<String> SUBDISTRICTS = List.of("320613001", "320613002", "320613003", "320613004",
            "320613005");
    private static final int PASSING = 6_000;

    /** The three tiers, which call one after the other. */
    enum Tier {
        DISTRICT(40, 2),
        STREET(33, 5),
        COMMUNITY(27, 5);

        final LocalDate opens;
        private final int percent;
        private final int calls;

        Tier(int percent, int calls) {
            this.opens = LocalDate.parse("2023-01-09").plusDays((long) ordinal() * days(70, 21));
            this.percent = percent;
            this.calls = WHOLE ? calls : 1;
        }

        int proposals() {
            return this == COMMUNITY
                    ? PROPOSALS - DISTRICT.proposals() - STREET.proposals()
                    : PROPOSALS * percent / 100;
        }

        int awards() {
            return (AWARDS + 2 - ordinal()) / 3;
        }
    }

    /** In which way something is proposed. */
    enum Way {
        BY_THEMSELVES,
        /** Handed in on paper before the call ended, and entered after that. */
        ON_PAPER,
        WITHDRAWN,
        BELOW_FLOOR,
        SECOND_OF_YEAR,
        HAS_A_PROJECT,
        TOO_LATE;

        boolean isReviewed() {
            return this == BY_THEMSELVES || this == ON_PAPER;
        }

        boolean isEligible() {
            return isReviewed() || this == WITHDRAWN;
        }
    }

    /** What ties one of its reviewers to whoever proposes. */
    enum Tie {
        NONE,
        DECLARED,
        /** It was not declared, and is found when they have scored. */
        FOUND,
        /** They left longer ago than it matters. */
        LONG_AGO
    }

    /** What becomes of a project. */
    enum Fate {
        WHOLE("settled", 3),
        RETURNS_A_REST("settled", 3),
        /** Its mid-term is failed, and it returns what was not well spent. */
        FAILS("settled", 1),
        /** It is stopped for a breach, and returns half of what it owes. */
        BREACHES("return-due", 1),
        /** It does not report, and is stopped by the clock. */
        IS_SILENT("stopped", 1),
        GIVES_UP("given-up", 0),
        RUNS("running", 2);

        final String status;
        final int tranches;

        Fate(String status, int tranches) {
            this.status = status;
            this.tranches = tranches;
        }

        boolean reportsMidTerm() {
            return tranches > 1 || this == FAILS;
        }

        boolean reportsTheEnd() {
            return tranches == 3;
        }
    }

    /** How a payment goes. */
    enum Bank {
        PAYS,
        FAILS_FIRST,
        SENDS_BACK
    }

    private static final List<Fate> FATES = List.of(Fate.WHOLE, Fate.BREACHES, Fate.RETURNS_A_REST, Fate.GIVES_UP,
            Fate.WHOLE, Fate.FAILS, Fate.WHOLE, Fate.WHOLE, Fate.IS_SILENT, Fate.WHOLE, Fate.RETURNS_A_REST, Fate.WHOLE,
            Fate.WHOLE, Fate.WHOLE, Fate.RETURNS_A_REST, Fate.WHOLE);

    /** A call and what it comes to. */
    static final class Call {
        final String id;
        final Tier tier;
        final String subdistrict;
        final List<Proposal> proposals = new ArrayList<>();
        final List<Proposal> ranking = new ArrayList<>();
        final List<Proposal> shortlist = new ArrayList<>();
        final List<Proposal> passedOver = new ArrayList<>();
        final List<Project> projects = new ArrayList<>();
        /** Of who is objected to, and whether that is upheld. */
        final boolean strikesOff;
        long budgetFen;

        Call(String id, Tier tier, String subdistrict, boolean strikesOff) {
            this.id = id;
            this.tier = tier;
            this.subdistrict = subdistrict;
            this.strikesOff = strikesOff;
        }

        Proposal objectedTo() {
            return shortlist.getFirst();
        }

        /** Whoever is last on the shortlist, for whom no money is left. */
        Proposal beyondTheBudget() {
            return shortlist.getLast();
        }

        /** What the awards come to that stand. */
        long awardedFen() {
            return projects.stream().filter(project -> project.fate != Fate.GIVES_UP)
                    .mapToLong(project -> project.awardedFen).sum();
        }

        List<Proposal> proposed(Way... ways) {
            return proposals.stream().filter(one -> Set.of(ways).contains(one.way)).toList();
        }
    }

    /** What somebody proposes, and how it is reviewed. */
    static final class Proposal {
        final String id;
        final String organisation;
        final Way way;
        final long requestedFen;
        final TreeMap<Integer, Integer> points = new TreeMap<>();
        Tie tie = Tie.NONE;
        int tied;
        @Nullable
        Project project;
        boolean struckOff;

        Proposal(String id, String organisation, Way way, long requestedFen) {
            this.id = id;
            this.organisation = organisation;
            this.way = way;
            this.requestedFen = requestedFen;
        }

        /** What it is to get, when it is on the shortlist: some get less than they ask for. */
        long amountFen() {
            return requestedFen % 3 == 0 ? requestedFen * 95 / 100 : requestedFen;
        }

        List<Integer> counted() {
            return points.entrySet().stream()
                    .filter(one -> one.getKey() != tied || tie == Tie.NONE || tie == Tie.LONG_AGO)
                    .map(Map.Entry::getValue).toList();
        }

        int hundredths() {
            return counted().stream().mapToInt(Integer::intValue).sum() * 100 / counted().size();
        }

        String status() {
            if (!way.isEligible()) {
                return "ineligible";
            }
            if (way == Way.WITHDRAWN) {
                return "withdrawn";
            }
            if (project == null) {
                return "refused";
            }
            return project.fate == Fate.GIVES_UP ? "lapsed" : "awarded";
        }
    }

    /** What has an award, and what it comes to. */
    static final class Project {
        final Proposal proposal;
        final Call call;
        final int number;
        final Fate fate;
        final long awardedFen;
        /** Person-times of the two reports, by subdistrict. */
        final List<Map<String, Integer>> reached;

        Project(Proposal proposal, Call call, int number, Fate fate, List<Map<String, Integer>> reached) {
            this.proposal = proposal;
            this.call = call;
            this.number = number;
            this.fate = fate;
            this.awardedFen = proposal.amountFen();
            this.reached = reached.subList(0, fate.reportsTheEnd() ? 2 : fate.reportsMidTerm() ? 1 : 0);
        }

        /** Half, three tenths, and what is left. */
        long trancheFen(int tranche) {
            var first = awardedFen / 2;
            var second = awardedFen * 3 / 10;
            return switch (tranche) {
                case 1 -> first;
                case 2 -> second;
                default -> awardedFen - first - second;
            };
        }

        long disbursedFen() {
            return IntStream.rangeClosed(1, fate.tranches).mapToLong(this::trancheFen).sum();
        }

        long acceptedFen() {
            return switch (fate) {
                case RETURNS_A_REST -> awardedFen - 50_001 - 101L * number;
                case FAILS -> disbursedFen() * 6 / 10;
                case BREACHES -> disbursedFen() / 3;
                case WHOLE, IS_SILENT, GIVES_UP, RUNS -> disbursedFen();
            };
        }

        long owedFen() {
            return disbursedFen() - acceptedFen();
        }

        /** What it sends back, in two parts: whoever broke the agreement only the first. */
        long returnedFen(int part) {
            var half = owedFen() / 2;
            return part == 1 ? half : fate == Fate.BREACHES ? 0 : owedFen() - half;
        }

        long returnedFen() {
            return returnedFen(1) + returnedFen(2);
        }

        long personTimes() {
            return reached.stream().flatMap(report -> report.values().stream()).mapToLong(Integer::longValue).sum();
        }

        String claim(int tranche) {
            return "grant." + proposal.id + "." + tranche;
        }

        Bank bank(int tranche) {
            return switch ((number * 3 + tranche) % 8) {
                case 3 -> Bank.FAILS_FIRST;
                case 6 -> Bank.SENDS_BACK;
                default -> Bank.PAYS;
            };
        }

        boolean hasEvaluator() {
            return number % 3 == 0;
        }

        /** Whether people try to have things twice, or a fen more than there is. */
        boolean isTriedTwice() {
            return number % 3 != 1;
        }

        /** What of it is refused, by rule. */
        Map<String, Long> refused() {
            var all = new TreeMap<String, Long>();
            if (isTriedTwice() && fate.tranches > 0) {
                all.put("not-due", (long) fate.tranches);
                if (fate != Fate.RUNS && fate != Fate.IS_SILENT) {
                    all.put("too-much-accepted", 1L);
                    all.put("too-much-returned", 1L);
                }
            }
            return all;
        }
    }

    final List<String> organisations = IntStream.range(0, ORGANISATIONS).mapToObj("G-%03d"::formatted).toList();
    final List<Call> calls = new ArrayList<>();
    final List<Project> projects = new ArrayList<>();
    private final Random random = new Random(SEED);

    GrantYear() {
        for (var tier : Tier.values()) {
            plan(tier);
        }
    }

    List<Call> callsOf(Tier tier) {
        return calls.stream().filter(call -> call.tier == tier).toList();
    }

    /** A small year is a short one: every day that passes costs time, whatever happens on it. */
    static int days(int whole, int small) {
        return WHOLE ? whole : small;
    }

    static String home(String organisation) {
        return SUBDISTRICTS.get(Integer.parseInt(organisation.substring(2)) % SUBDISTRICTS.size());
    }

    private void plan(Tier tier) {
        var first = calls.size();
        for (int i = 0; i < tier.calls; i++) {
            calls.add(new Call("C-%d-%d".formatted(tier.ordinal() + 1, i + 1), tier,
                    SUBDISTRICTS.get((first + i) % SUBDISTRICTS.size()), calls.size() % 2 == 0));
        }
        propose(tier, calls.subList(first, calls.size()));
        for (int i = 0; i < tier.calls; i++) {
            var awards = tier.awards() * (i + 1) / tier.calls - tier.awards() * i / tier.calls;
            review(calls.get(first + i), awards);
            award(calls.get(first + i), awards);
        }
    }

    /** Whoever has no award proposes again with the next tier; who gave one up too. */
    private void propose(Tier tier, List<Call> open) {
        var holders = new ArrayList<>(projects.stream().filter(project -> project.fate != Fate.GIVES_UP)
                .map(project -> project.proposal.organisation).toList());
        var free = new ArrayList<>(organisations);
        free.removeAll(new HashSet<>(holders));
        Collections.shuffle(free, random);
        Collections.shuffle(holders, random);
        // Whoever broke an agreement is sure to try again.
        holders.sort(Comparator.comparing(this::isBanned));
        var ways = ways(tier);
        var firsts = new ArrayDeque<String>();
        for (int i = 0; i < ways.size(); i++) {
            var way = ways.get(i);
            var organisation = switch (way) {
                case SECOND_OF_YEAR -> firsts.remove();
                case HAS_A_PROJECT -> holders.removeLast();
                case BY_THEMSELVES, ON_PAPER, WITHDRAWN, BELOW_FLOOR, TOO_LATE -> free.removeLast();
            };
            if (way == Way.BY_THEMSELVES) {
                firsts.add(organisation);
            }
            var fen = way == Way.BELOW_FLOOR ? FLOOR_FEN - 1 : 2_600_000 + random.nextInt(1_200_001);
            open.get(i % open.size()).proposals
                    .add(new Proposal("Q-%d-%03d".formatted(tier.ordinal() + 1, i), organisation, way, fen));
        }
    }

    /** Those that are reviewed come first: second proposals come from them. */
    private static List<Way> ways(Tier tier) {
        var kinds = switch (tier) {
            case DISTRICT -> List.of(Way.BELOW_FLOOR, Way.SECOND_OF_YEAR);
            case STREET -> List.of(Way.HAS_A_PROJECT, Way.BELOW_FLOOR, Way.SECOND_OF_YEAR);
            case COMMUNITY -> List.of(Way.TOO_LATE, Way.HAS_A_PROJECT, Way.SECOND_OF_YEAR);
        };
        var notEligible = Math.max(tier == Tier.DISTRICT ? 2 : 1, tier.proposals() * 8 / 100);
        var withdrawn = Math.max(tier == Tier.STREET ? 1 : 0, tier.proposals() / 40);
        var ways = new ArrayList<Way>();
        for (int i = 0; i < tier.proposals() - notEligible - withdrawn; i++) {
            ways.add(i % 5 == 2 ? Way.ON_PAPER : Way.BY_THEMSELVES);
        }
        ways.addAll(Collections.nCopies(withdrawn, Way.WITHDRAWN));
        for (int i = 0; i < notEligible; i++) {
            ways.add(kinds.get(i % kinds.size()));
        }
        return ways;
    }

    /** Three of four score each, and whoever has a tie besides; as many as are shortlisted pass for certain. */
    private void review(Call call, int awards) {
        var reviewed = new ArrayList<>(call.proposed(Way.BY_THEMSELVES, Way.ON_PAPER));
        Collections.shuffle(reviewed, random);
        for (int i = 0; i < reviewed.size(); i++) {
            var one = reviewed.get(i);
            one.tied = (i + i / 8) % REVIEWERS;
            one.tie = switch (i % 8) {
                case 0 -> Tie.DECLARED;
                case 3 -> Tie.FOUND;
                case 5 -> Tie.LONG_AGO;
                default -> Tie.NONE;
            };
            var about = i < awards + 3 ? 70 + random.nextInt(24) : 42 + random.nextInt(40);
            for (int reviewer = 0; reviewer < REVIEWERS; reviewer++) {
                if (reviewer != one.tied || one.tie != Tie.NONE) {
                    one.points.put(reviewer, about - 6 + random.nextInt(13));
                }
            }
        }
        call.ranking.addAll(reviewed);
        call.ranking.sort(Comparator.comparingInt(Proposal::hundredths).reversed()
                .thenComparingLong(one -> one.requestedFen).thenComparing(one -> one.id));
    }

    /** The best are shortlisted, and one more than the budget is for; now and then one is passed over. */
    private void award(Call call, int awards) {
        var passing = new ArrayList<>(call.ranking.stream().filter(one -> one.hundredths() >= PASSING).toList());
        var shortlisted = awards + (call.strikesOff ? 2 : 1);
        if (passing.size() > shortlisted) {
            call.passedOver.add(passing.remove(1));
        }
        call.shortlist.addAll(passing.subList(0, shortlisted));
        if (call.strikesOff) {
            call.objectedTo().struckOff = true;
        }
        var awardedFen = 0L;
        for (var one : call.shortlist.subList(call.strikesOff ? 1 : 0, shortlisted - 1)) {
            var project = new Project(one, call, projects.size(), fate(call.tier), List.of(reach(call), reach(call)));
            one.project = project;
            call.projects.add(project);
            projects.add(project);
            awardedFen += project.awardedFen;
        }
        call.budgetFen = Math.max(awardedFen + random.nextInt(1_000_000), CEILING_FEN);
    }

    private Fate fate(Tier tier) {
        if (tier == Tier.COMMUNITY) {
            return projects.size() % 20 == 7 ? Fate.GIVES_UP : Fate.RUNS;
        }
        return FATES.get(projects.size() % FATES.size());
    }

    private Map<String, Integer> reach(Call call) {
        var next = SUBDISTRICTS.get((SUBDISTRICTS.indexOf(call.subdistrict) + 1) % SUBDISTRICTS.size());
        return new TreeMap<>(Map.of(call.subdistrict, 400 + random.nextInt(300), next, 150 + random.nextInt(160)));
    }

    /** The checks a proposal does not satisfy, by the plan. */
    Set<String> failed(Proposal proposal) {
        return switch (proposal.way) {
            case BELOW_FLOOR -> Set.of("FLOOR");
            case SECOND_OF_YEAR -> Set.of("ONE_A_YEAR");
            case TOO_LATE -> Set.of("IN_TIME");
            case HAS_A_PROJECT -> {
                var all = new TreeSet<>(Set.of("ONE_A_YEAR", "NO_UNSETTLED_PROJECT"));
                if (proposal.id.startsWith("Q-3") && isBanned(proposal.organisation)) {
                    all.add("NO_BAN");
                }
                yield all;
            }
            case BY_THEMSELVES, ON_PAPER, WITHDRAWN -> Set.of();
        };
    }

    /** The breaches of the first tier are known before the last one calls. */
    private boolean isBanned(String organisation) {
        return projects.stream().anyMatch(project -> project.call.tier == Tier.DISTRICT && project.fate == Fate.BREACHES
                && project.proposal.organisation.equals(organisation));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
