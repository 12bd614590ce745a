package org.chongshan.local.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.CreditCode;
import org.chongshan.events.organisations.EvaluationOutcome;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.GrantCallEvent.AwardDecided;
import org.chongshan.events.organisations.GrantCallEvent.GrantCallClosed;
import org.chongshan.events.organisations.GrantCallEvent.GrantCallOpened;
import org.chongshan.events.organisations.GrantCallEvent.ShortlistPublished;
import org.chongshan.events.organisations.GrantTier;
import org.chongshan.events.organisations.Grantor;
import org.chongshan.events.organisations.OrganisationEvent.ExcellentCaseNamed;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationRegistered;
import org.chongshan.events.organisations.OrganisationEvent.RatingGranted;
import org.chongshan.events.organisations.OrganisationKind;
import org.chongshan.events.organisations.PeopleReached;
import org.chongshan.events.organisations.ProjectEvent.AccountsSettled;
import org.chongshan.events.organisations.ProjectEvent.AgreementSigned;
import org.chongshan.events.organisations.ProjectEvent.MilestoneEvaluated;
import org.chongshan.events.organisations.ProjectEvent.ProgressReported;
import org.chongshan.events.organisations.ProjectEvent.TrancheApproved;
import org.chongshan.events.organisations.ProposalEvent.ProposalSubmitted;
import org.chongshan.events.organisations.ProposalEvent.ProposalWithdrawn;
import org.chongshan.events.organisations.ReportStage;
import org.chongshan.events.organisations.ReviewPanelEvent.ConflictDeclared;
import org.chongshan.events.organisations.ReviewPanelEvent.ProposalReviewed;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewConcluded;
import org.chongshan.events.organisations.ReviewPanelEvent.ReviewerAppointed;
import org.chongshan.events.organisations.ServiceField;
import org.chongshan.events.organisations.Shortlisting;
import org.chongshan.events.treasury.PaymentEvent.PaymentReceiptRecorded;
import org.chongshan.events.treasury.Receipt;

/** Organisations, their ratings, and the year's venture philanthropy from the calls to the settled accounts. */
final class OrganisationsYear implements Year {
    private static final LocalDate SET_UP = LocalDate.of(2022, 11, 1);
    private static final LocalDate RATED_ON = LocalDate.of(2021, 6, 10);
    /** When district, subdistricts and communities call. */
    private static final List<LocalDate> OPENS = List.of(LocalDate.of(2023, 1, 9), LocalDate.of(2023, 2, 6),
            LocalDate.of(2023, 3, 6));
    private static final int PROPOSALS_A_CALL = 9;
    private static final int REVIEWERS = 3;
    private static final long FLOOR_FEN = 1_000_000;
    private static final long CEILING_FEN = 3_800_000;
    private static final long LEAST_AWARD_FEN = 3_200_000;
    private static final int OPEN_DAYS = 10;
    private static final int PUBLISHED_DAYS = 9;
    private static final int STAGE_DAYS = 60;
    private static final int IN_GOOD_TIME = 5;

    private record Proposal(String id, String organisation, long amountFen, boolean wins) {}

    /** What was proposed to which call, and when. */
    private record Submission(Proposal proposal, String call, String street, LocalDate opens, LocalDate starts) {}

    private final Town town;
    private final List<Submission> submissions = new ArrayList<>();
    private final List<String> organisations = new ArrayList<>();

    OrganisationsYear(Town town) {
        this.town = town;
    }

    @Override
    public void plan() {
        register();
        var engaged = town.size("organisations_engaged");
        var supported = town.size("projects_supported");
        var calls = Math.max(1, engaged / PROPOSALS_A_CALL);
        for (int i = 0; i < calls; i++) {
            var from = engaged * i / calls;
            var to = engaged * (i + 1) / calls;
            call(i, from, to, supported * (i + 1) / calls - supported * i / calls, calls);
        }
    }

    private void register() {
        var day = town.days().from(SET_UP);
        var rated = Stream.of("rated_5a", "rated_4a", "rated_3a").mapToInt(town::size).sum();
        var all = Math.max(town.size("organisations_engaged"), rated);
        for (int i = 0; i < all; i++) {
            organisations.add("O-%04d".formatted(i));
            var code = "52320613MJA%06d".formatted(i);
            town.post(day, Town.NINE, Town.district(), home(i),
                    new OrganisationRegistered(organisations.get(i), code + CreditCode.checkCharacter(code),
                            OrganisationKind.SERVICE_INSTITUTION, "崇川社会服务中心 " + (i + 1), LocalDate.of(2015, 6, 1),
                            town.name()));
        }
        var first = rated(0, town.size("rated_5a"), Grade.A5);
        first = rated(first, town.size("rated_4a"), Grade.A4);
        rated(first, town.size("rated_3a"), Grade.A3);
        var named = town.days().from(LocalDate.of(2023, 11, 13));
        for (int i = 0; i < town.size("excellent_cases"); i++) {
            town.post(named, Town.TEN, Town.district(), home(i),
                    new ExcellentCaseNamed(organisations.get(i), Grantor.PROVINCE, 2023));
        }
    }

    private static String home(int organisation) {
        return Town.street(organisation);
    }

    private int rated(int first, int many, Grade grade) {
        for (int i = first; i < first + many; i++) {
            town.post(town.days().from(SET_UP), Town.TEN, Town.district(), home(i),
                    new RatingGranted(organisations.get(i), grade, grade.grantor(), RATED_ON, "Z-" + i));
        }
        return first + many;
    }

    private void call(int number, int from, int to, int winners, int calls) {
        var wave = calls < OPENS.size() ? 0 : number % OPENS.size();
        var tier = GrantTier.values()[wave];
        var street = Town.street(number);
        var officer = tier == GrantTier.DISTRICT ? Town.district() : Town.at(street, Role.STREET);
        var id = "call-%02d".formatted(number);
        var proposals = IntStream.range(from, to).mapToObj(i -> new Proposal("P-%04d".formatted(i),
                organisations.get(i), LEAST_AWARD_FEN + 1_000L * town.pick(500), i - from < winners)).toList();
        var awarded = proposals.stream().filter(Proposal::wins).toList();

        var opens = town.days().from(OPENS.get(wave));
        var reviewed = town.days().from(opens.plusDays(OPEN_DAYS));
        town.post(opens, Town.NINE, officer, street,
                new GrantCallOpened(id, "公益创投 " + (number + 1), tier, Set.of(ServiceField.OLD_AND_YOUNG),
                        Math.max(CEILING_FEN, awarded.stream().mapToLong(Proposal::amountFen).sum()), FLOOR_FEN,
                        CEILING_FEN, null, OfficeDays.at(reviewed, Town.NINE.minusHours(1))));
        for (int i = 0; i < REVIEWERS; i++) {
            town.post(opens, Town.TEN, Town.at(street, Role.STREET), street,
                    new ReviewerAppointed(id, reviewer(i).subject()));
        }
        var starts = town.days().after(reviewed.plusDays(PUBLISHED_DAYS));
        for (var one : proposals) {
            var submission = new Submission(one, id, street, opens, starts);
            submissions.add(submission);
            town.post(opens, Town.AFTERNOON, Town.of(Role.ORGANISATION, one.organisation()), street,
                    proposed(one.id(), submission));
        }
        reviews(id, street, reviewed, proposals);
        town.post(reviewed, Town.EVENING, Town.at(street, Role.STREET), street, new ShortlistPublished(id,
                awarded.stream().map(one -> new Shortlisting(one.id(), one.amountFen())).toList(), List.of()));
        var decided = town.days().from(reviewed.plusDays(PUBLISHED_DAYS));
        for (var one : awarded) {
            town.post(decided, Town.NINE, Town.district(), street, new AwardDecided(id, one.id(), one.amountFen()));
            runs(one, street, starts);
        }
        town.post(decided, Town.EVENING, Town.district(), street,
                new GrantCallClosed(id, new Confidential("The money is spent.")));
    }

    private static ProposalSubmitted proposed(String id, Submission of) {
        return new ProposalSubmitted(id, of.call(), of.proposal().organisation(), "为老服务", ServiceField.OLD_AND_YOUNG,
                of.proposal().amountFen(), of.starts(), of.starts().plusMonths(6), 1_000, Set.of(of.street()),
                new Confidential("Nobody eats alone."), new Confidential("Every Thursday."),
                new Confidential("A second room."), new Personal("x"));
    }

    private static Person reviewer(int number) {
        return Town.of(Role.AGENCY, "expert-" + number);
    }

    private void reviews(String call, String street, LocalDate day, List<Proposal> proposals) {
        for (int i = 0; i < REVIEWERS; i++) {
            town.post(day, Town.NINE, reviewer(i), street, new ConflictDeclared(call, List.of()));
            for (var one : proposals) {
                town.post(day, Town.TEN, reviewer(i), street, new ProposalReviewed(call, one.id(),
                        (one.wins() ? 70 : 35) + town.pick(20), new Confidential("By the criteria.")));
            }
        }
        town.post(day, Town.AFTERNOON, Town.at(street, Role.STREET), street, new ReviewConcluded(call));
    }

    /** Signed, paid in three parts, reported and evaluated twice, and settled. */
    private void runs(Proposal one, String street, LocalDate signed) {
        var midTerm = town.days().from(signed.plusDays(STAGE_DAYS));
        var ends = town.days().from(midTerm.plusDays(STAGE_DAYS));
        town.post(signed, Town.NINE, Town.at(street, Role.STREET), street, new AgreementSigned(one.id(),
                "agreement-" + one.id(), signed, midTerm.plusDays(IN_GOOD_TIME), ends.plusDays(IN_GOOD_TIME)));
        var first = one.amountFen() / 2;
        var second = one.amountFen() * 3 / 10;
        paid(one, street, 1, first, signed);
        reported(one, street, ReportStage.MID_TERM, midTerm, one.amountFen() / 3);
        paid(one, street, 2, second, town.days().after(midTerm));
        reported(one, street, ReportStage.FINAL, ends, one.amountFen());
        var last = town.days().after(ends);
        paid(one, street, 3, one.amountFen() - first - second, last);
        town.post(last, Town.EVENING, Town.district(), street,
                new AccountsSettled(one.id(), one.amountFen(), new Confidential("By the vouchers.")));
    }

    private void paid(Proposal one, String street, int tranche, long amountFen, LocalDate day) {
        town.post(day, Town.TEN, Town.at(street, Role.STREET), street,
                new TrancheApproved(one.id(), tranche, amountFen));
        town.post(day, Town.AFTERNOON, Town.at(street, Role.CASHIER), street, new PaymentReceiptRecorded(
                "grant." + one.id() + "." + tranche, Receipt.PAID, "bank-" + one.id() + "-" + tranche));
    }

    private void reported(Proposal one, String street, ReportStage stage, LocalDate day, long spentFen) {
        var next = Town.street(Town.STREETS.indexOf(street) + 1);
        town.post(day, Town.NINE, Town.of(Role.ORGANISATION, one.organisation()), street,
                new ProgressReported(one.id(), stage, spentFen,
                        List.of(new PeopleReached(street, 400 + town.pick(300)),
                                new PeopleReached(next, 150 + town.pick(150))),
                        new Confidential("Tea, every Thursday.")));
        town.post(day, Town.AFTERNOON, Town.district(), street, new MilestoneEvaluated(one.id(), stage,
                EvaluationOutcome.PASSED, new Confidential("They come, and come again.")));
    }

    /** An organisation proposes the same twice, and takes the second back. */
    @Override
    public void mistake(int number) {
        var first = submissions.get(number % submissions.size());
        var id = first.proposal().id() + "-x" + number;
        town.post(first.opens(), Town.EVENING, Town.of(Role.ORGANISATION, first.proposal().organisation()),
                first.street(), proposed(id, first), new ProposalWithdrawn(id, new Confidential("Sent twice.")));
    }
}
