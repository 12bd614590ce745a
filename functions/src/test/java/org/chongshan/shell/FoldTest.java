package org.chongshan.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Figure;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Key;
import org.chongshan.core.Outcome;
import org.chongshan.core.Rule;
import org.chongshan.events.Confidential;
import org.chongshan.events.CountChanged;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.EarlyEventsWait;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.minors.BaseCategory;
import org.chongshan.events.minors.HonourRank;
import org.chongshan.events.minors.PracticeBaseEvent;
import org.chongshan.events.minors.PracticeBaseEvent.CourseAdmitted;
import org.chongshan.events.minors.PracticeBaseEvent.CourseProposed;
import org.chongshan.events.minors.PracticeBaseEvent.CourseRetired;
import org.chongshan.events.minors.PracticeBaseEvent.HonourGranted;
import org.chongshan.events.minors.PracticeBaseEvent.PracticeBaseAccredited;
import org.chongshan.shell.Journal.Entry;
import org.chongshan.shell.Journal.Seen;
import org.chongshan.shell.Journal.Stored;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;

/** What the core does for every aggregate, tried on one that notes what it was told. */
class FoldTest {
    private static final String HERE = "320613001";
    private static final String ELSEWHERE = "320613002";
    private static final Instant NOW = Instant.parse("2023-03-02T08:00:00Z");
    private static final Key KEY = new Key("notebook", "B");
    private static final PracticeBaseAccredited BEGINS = new PracticeBaseAccredited("B", BaseCategory.HERITAGE, "x");
    private static final CourseRetired RETIRED = new CourseRetired("B", "C", new Confidential("Worn out."));
    private static final CourseAdmitted REFUSED_WHILE_FULL = new CourseAdmitted("B", "C");

    private enum Says implements Rule {
        BEGUN,
        NOTED,
        NOT_THERE,
        FULL,
        FIRST_FELL_DUE,
        SECOND_FELL_DUE;

        @Override
        public Article article() {
            return Rule.Article.of("Says " + name() + ".", "a test");
        }
    }

    /**
     * Notes what it was told, in that order, and confides in whom it notes; is full while it says so; waits for two things at
     * one instant.
     *
     * @param waits for what, until when
     */
    record Notebook(String subdistrict, List<String> notes, Map<Due, Instant> waits) implements Aggregate {
        enum Status implements org.chongshan.core.Status {
            OPEN;

            @Override
            public Sight sight() {
                return Sight.LIST;
            }
        }

        enum Due implements Deadline {
            FIRST,
            SECOND
        }

        Notebook note(String what) {
            var all = new ArrayList<>(notes);
            all.add(what);
            return new Notebook(subdistrict, all, waits);
        }

        Notebook waiting(Map<Due, Instant> now) {
            return new Notebook(subdistrict, notes, new TreeMap<>(now));
        }

        @Override
        public Status status() {
            return Status.OPEN;
        }

        @Override
        public Map<Due, Instant> deadlines() {
            return waits;
        }

        @Override
        public Set<String> confidants() {
            return Set.copyOf(notes);
        }

        @Override
        public List<Count> counts() {
            return List.of(Count.of(Counted.NOTES, notes.size()));
        }
    }

    private enum Counted implements Figure {
        NOTES;

        @Override
        public Programme programme() {
            return Programme.MINORS;
        }

        @Override
        public Meaning meaning() {
            return new Meaning(Kind.STOCK, "notes", "Notes in notebooks.", "");
        }
    }

    record NotebookDecider() implements Decider<Notebook, PracticeBaseEvent> {
        private static final Instant DUE = Instant.parse("2023-03-03T00:00:00Z");

        @Override
        public String idOf(PracticeBaseEvent event) {
            return event.base();
        }

        @Override
        public Decision<Notebook> begin(String id, PracticeBaseEvent event, Context context) {
            return event instanceof PracticeBaseAccredited
                    ? become(new Notebook(context.subdistrict(), List.of(), Map.of()), Says.BEGUN)
                    : Decision.early(Says.NOT_THERE);
        }

        @Override
        public Decision<Notebook> decide(Notebook notebook, PracticeBaseEvent event, Context context) {
            return switch (event) {
                case CourseProposed proposed when proposed.title().equals("mistaken") ->
                    throw new IllegalStateException("a mistake in the decider");
                case CourseAdmitted _ when !notebook.notes().contains("room") -> refuse(Says.FULL);
                case CourseRetired _ ->
                    become(notebook.waiting(Map.of(Notebook.Due.FIRST, DUE, Notebook.Due.SECOND, DUE)), Says.NOTED);
                case HonourGranted honour -> become(notebook.note(honour.honour()), Says.NOTED).emit(BEGINS);
                case CourseProposed proposed -> become(notebook.note(proposed.title()), Says.NOTED);
                default -> become(notebook.note(event.getClass().getSimpleName()), Says.NOTED);
            };
        }

        @Override
        public Decision.Become<Notebook> reached(Notebook notebook, Deadline deadline, Context context) {
            var left = new HashMap<>(notebook.waits());
            left.remove(deadline);
            return Decision
                    .<Notebook>become(notebook.waiting(left),
                            deadline == Notebook.Due.FIRST ? Says.FIRST_FELL_DUE : Says.SECOND_FELL_DUE)
                    .noting(deadline.word(), "told");
        }
    }

    private static final Collection<Notebook, PracticeBaseEvent> FUNCTION = Collection.of(Programme.MINORS, "notebook",
            "notebooks", NotebookDecider.class, Role.STATION);
    private static final Bench<Notebook, PracticeBaseEvent> BENCH = bench(FUNCTION);

    private static Bench<Notebook, PracticeBaseEvent> bench(Collection<Notebook, PracticeBaseEvent> function) {
        return new Bench<>(function, new NotebookDecider(), ReferenceData.policy(), ReferenceData.workingDays());
    }

    private final Map<String, Entry> journal = new LinkedHashMap<>();
    private Stored<Notebook> stored = new Stored<>(null, 0, null, 0);

    private static Envelope event(String id, Event data, String time, String where, Role role, Instant received,
            Reach reach) {
        return new Envelope(id, "/test", "", Instant.parse(time), data, "station-17", role, where, id, id, received,
                Trace.begunBy(id), reach);
    }

    private static Envelope posted(String id, Event data, String time) {
        return event(id, data, time, HERE, Role.STATION, NOW, Reach.SUBDISTRICT);
    }

    private static Envelope proposed(String id, String time) {
        return posted(id, new CourseProposed("B", "C-" + id, 1, id), time);
    }

    private static final Envelope ACCREDITED = posted("begin", BEGINS, "2023-03-02T07:00:00Z");

    /** One batch, written. */
    private List<Entry> when(Envelope... batch) {
        return when(BENCH, false, batch);
    }

    private List<Entry> when(Bench<Notebook, PracticeBaseEvent> bench, boolean bounded, Envelope... batch) {
        var fold = new Fold<>(bench, KEY, stored, seen(), this::early, bounded, NOW);
        for (var event : batch) {
            fold.add(event);
        }
        stored = fold.next();
        fold.entries().forEach(entry -> journal.put(entry.sortKey(), entry));
        return fold.entries();
    }

    private Map<String, Seen> seen() {
        var seen = new HashMap<String, Seen>();
        journal.values().stream().filter(entry -> entry.outcome() != Outcome.CONFLICT)
                .forEach(entry -> seen.put(entry.event().id(), seenOf(entry)));
        return seen;
    }

    private static Seen seenOf(Entry entry) {
        return new Seen(entry.digest(), entry.outcome(), entry.rule(), entry.event().receivedtime(), NOW, "[]");
    }

    private Map<Envelope, Seen> early(List<String> ids) {
        var found = new LinkedHashMap<Envelope, Seen>();
        ids.forEach(id -> {
            var entry = journal.get(Journal.ENTRY_PREFIX + id);
            found.put(entry.event(), seenOf(entry));
        });
        return found;
    }

    private List<String> notes() {
        return notebook().notes();
    }

    private Notebook notebook() {
        var state = stored.state();
        assertThat(state).isNotNull();
        return state;
    }

    private Outcome outcome(String id) {
        return journal.get(Journal.ENTRY_PREFIX + id).outcome();
    }

    @Test
    void what_comes_before_it_begins_waits_and_is_decided_in_the_order_of_its_own_times() {
        when(proposed("late", "2023-03-02T06:00:00Z"));
        when(proposed("soon", "2023-03-02T05:00:00Z"));
        assertThat(stored.state()).isNull();
        assertThat(outcome("late")).isEqualTo(Outcome.EARLY);
        var entries = when(ACCREDITED);
        assertThat(notes()).containsExactly("soon", "late");
        assertThat(entries).extracting(Entry::outcome).containsOnly(Outcome.APPLIED);
        assertThat(entries).extracting(Entry::version).containsExactly(1L, 2L, 3L);
        assertThat(entries.getLast().replaces()).isNotNull();
        assertThat(stored.waiting()).isNull();
    }

    @Test
    void within_one_batch_too() {
        var entries = when(proposed("late", "2023-03-02T06:00:00Z"), proposed("soon", "2023-03-02T05:00:00Z"),
                ACCREDITED);
        assertThat(notes()).containsExactly("soon", "late");
        assertThat(entries).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(entry.replaces()).as("the journal knows nothing of it yet").isNull();
        });
    }

    @Test
    void what_has_waited_is_bound_by_the_subdistrict_as_anything_else() {
        when(event("foreign", new CourseProposed("B", "C", 1, "x"), "2023-03-02T05:00:00Z", ELSEWHERE, Role.STATION,
                NOW, Reach.SUBDISTRICT));
        when(ACCREDITED);
        assertThat(outcome("foreign")).isEqualTo(Outcome.REFUSED);
        assertThat(journal.get("journal/foreign").rules()).containsExactly(CoreRule.OUTSIDE_SUBDISTRICT);
    }

    @Test
    void what_has_waited_and_cannot_be_decided_is_told_and_keeps_nothing_else_from_beginning() {
        when(proposed("soon", "2023-03-02T04:00:00Z"), proposed("mistaken", "2023-03-02T05:00:00Z"),
                proposed("late", "2023-03-02T06:00:00Z"));
        when(ACCREDITED);
        assertThat(notes()).containsExactly("soon", "late");
        assertThat(outcome("mistaken")).isEqualTo(Outcome.FAILED);
        assertThat(journal.get("journal/mistaken").replaces()).isNotNull();
    }

    @Test
    void so_many_wait_and_no_more() {
        for (int i = 0; i < Early.MOST; i++) {
            when(proposed("e" + i, "2023-03-02T05:00:00Z"));
        }
        when(proposed("more", "2023-03-02T05:00:00Z"));
        assertThat(journal.get("journal/more").rules()).containsExactly(CoreRule.TOO_MANY_WAIT);
    }

    @Test
    void when_what_waits_cannot_be_read_nothing_begins_and_all_comes_again() {
        when(proposed("early", "2023-03-02T05:00:00Z"));
        var fold = new Fold<>(BENCH, KEY, stored, seen(), _ -> {
            throw new IllegalStateException("timed out");
        }, false, NOW);
        assertThatIllegalStateException().isThrownBy(() -> fold.add(ACCREDITED));
        assertThat(fold.next()).isEqualTo(stored);
        assertThat(fold.entries()).isEmpty();

        when(ACCREDITED);
        assertThat(notes()).containsExactly("early");
    }

    @Test
    void that_events_wait_too_long_is_stated_once() {
        when(proposed("early", "2023-03-02T05:00:00Z"));
        var due = Journal.due(stored);
        assertThat(due).isEqualTo(NOW.plus(Early.PATIENCE));
        var entries = when(deadline("d", due));
        assertThat(entries.getFirst().rules()).containsExactly(CoreRule.NOT_BEGUN_IN_TIME);
        assertThat(entries.getFirst().emitted()).extracting(Envelope::data)
                .containsExactly(new EarlyEventsWait("notebook/B", 1, NOW));
        assertThat(Journal.due(stored)).isNull();
        when(ACCREDITED);
        assertThat(notes()).as("and they are decided all the same").containsExactly("early");
    }

    @Test
    void a_refused_event_that_its_sender_posts_again_is_decided_anew_and_one_delivered_again_is_not() {
        when(ACCREDITED, posted("admit", REFUSED_WHILE_FULL, "2023-03-02T07:30:00Z"));
        when(posted("room", new CourseProposed("B", "R", 1, "room"), "2023-03-02T07:40:00Z"));
        assertThat(when(posted("admit", REFUSED_WHILE_FULL, "2023-03-02T07:30:00Z"))).as("delivered again").isEmpty();
        var again = when(event("admit", REFUSED_WHILE_FULL, "2023-03-02T07:30:00Z", HERE, Role.STATION,
                NOW.plusSeconds(60), Reach.SUBDISTRICT));
        assertThat(again).extracting(Entry::outcome).containsExactly(Outcome.APPLIED);
        assertThat(again.getFirst().replaces().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void a_refusal_that_still_holds_is_not_written_again() {
        when(ACCREDITED, posted("admit", REFUSED_WHILE_FULL, "2023-03-02T07:30:00Z"));
        assertThat(when(event("admit", REFUSED_WHILE_FULL, "2023-03-02T07:30:00Z", HERE, Role.STATION,
                NOW.plusSeconds(60), Reach.SUBDISTRICT))).isEmpty();
    }

    @Test
    void what_could_not_be_decided_is_told_and_is_decided_when_it_comes_again() {
        when(ACCREDITED);
        var failed = BENCH.failed(proposed("poor", "2023-03-02T07:30:00Z"), stored.version(), null);
        assertThat(failed.rules()).containsExactly(CoreRule.CANNOT_BE_DECIDED);
        journal.put(failed.sortKey(), failed);
        when(proposed("poor", "2023-03-02T07:30:00Z"));
        assertThat(outcome("poor")).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void another_content_under_one_id_is_found_out_and_never_applied() {
        when(ACCREDITED, proposed("one", "2023-03-02T07:30:00Z"));
        var entries = when(posted("one", new CourseProposed("B", "C", 2, "other"), "2023-03-02T07:30:00Z"));
        assertThat(entries).extracting(Entry::outcome).containsExactly(Outcome.CONFLICT);
        assertThat(entries.getFirst().rules()).containsExactly(CoreRule.SAME_ID_OTHER_CONTENT);
        assertThat(notes()).containsExactly("one");
    }

    @Test
    void consequences_act_as_far_as_their_cause() {
        when(ACCREDITED);
        var data = new CourseProposed("B", "C", 1, "x");
        when(event("local", data, "2023-03-02T07:30:00Z", ELSEWHERE, Role.SYSTEM, NOW, Reach.SUBDISTRICT),
                event("bureau", data, "2023-03-02T07:30:00Z", ELSEWHERE, Role.SYSTEM, NOW, Reach.BUREAU));
        assertThat(outcome("local")).isEqualTo(Outcome.REFUSED);
        assertThat(outcome("bureau")).isEqualTo(Outcome.APPLIED);
        assertThat(journal.get("journal/local").facts()).as("told what nothing would be told")
                .containsEntry(Journal.TOLD, "not-there").containsEntry(Journal.TOLD_OUTCOME, "early");
    }

    @Test
    void what_is_emitted_carries_the_reach_of_its_cause_and_the_subdistrict_of_the_aggregate() {
        when(ACCREDITED, event("far", new HonourGranted("B", "H", HonourRank.PROVINCE), "2023-03-02T07:30:00Z",
                ELSEWHERE, Role.DISTRICT, NOW, Reach.BUREAU));
        var emitted = journal.get("journal/far").emitted().getFirst();
        assertThat(emitted.reach()).isEqualTo(Reach.BUREAU);
        assertThat(emitted.subdistrict()).isEqualTo(HERE);
        assertThat(emitted.role()).isEqualTo(Role.SYSTEM);
    }

    @Test
    void a_line_of_the_topology_lets_an_event_cross() {
        var crossing = bench(FUNCTION.takingFromAnywhere(CourseProposed.class, "a reason"));
        when(ACCREDITED);
        when(crossing, false, event("in", new CourseProposed("B", "C", 1, "x"), "2023-03-02T07:30:00Z", ELSEWHERE,
                Role.STATION, NOW, Reach.SUBDISTRICT));
        assertThat(outcome("in")).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void or_lets_it_cross_from_those_alone_whom_the_record_confides_in() {
        var crossing = bench(FUNCTION.takingFromConfidants(CourseProposed.class, "a reason"));
        var foreign = new CourseProposed("B", "C", 1, "x");
        when(ACCREDITED);
        when(crossing, false,
                event("before", foreign, "2023-03-02T07:30:00Z", ELSEWHERE, Role.STATION, NOW, Reach.SUBDISTRICT));
        assertThat(journal.get("journal/before").facts()).containsEntry(Journal.TOLD, "not-there");
        when(proposed("Station-17", "2023-03-02T07:31:00Z"));
        when(crossing, false,
                event("after", foreign, "2023-03-02T07:32:00Z", ELSEWHERE, Role.STATION, NOW, Reach.SUBDISTRICT));
        assertThat(outcome("after")).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void two_deadlines_at_one_instant_leave_both_their_rules_and_facts() {
        when(ACCREDITED, posted("wait", RETIRED, "2023-03-02T07:30:00Z"));
        var entry = when(deadline("d", NotebookDecider.DUE)).getFirst();
        assertThat(entry.rules()).containsExactly(Says.FIRST_FELL_DUE, Says.SECOND_FELL_DUE);
        assertThat(entry.facts()).containsOnlyKeys("first", "second");
        assertThat(notebook().due()).isNull();
    }

    @Test
    void a_deadline_that_is_set_anew_for_the_same_instant_is_another() {
        when(ACCREDITED, posted("wait", RETIRED, "2023-03-02T07:30:00Z"));
        var first = stored.dueSet();
        when(deadline("d", NotebookDecider.DUE), posted("again", RETIRED, "2023-03-02T07:31:00Z"));
        assertThat(stored.dueSet()).as("also within one batch").isEqualTo(first + 1);
        when(proposed("note", "2023-03-02T07:32:00Z"));
        assertThat(stored.dueSet()).as("and not when it stays as it was").isEqualTo(first + 1);
    }

    @Test
    void a_deadline_that_was_moved_is_none() {
        when(ACCREDITED);
        assertThat(when(deadline("d", NotebookDecider.DUE)).getFirst().rules())
                .containsExactly(CoreRule.DEADLINE_MOVED);
    }

    @Test
    void what_would_make_a_record_too_large_is_refused_by_name_and_the_rest_of_its_batch_is_not() {
        when(ACCREDITED);
        var large = posted("large", new CourseProposed("B", "C", 1, "x".repeat(Journal.MOST_BYTES)),
                "2023-03-02T07:30:00Z");
        when(BENCH, true, large, proposed("small", "2023-03-02T07:31:00Z"));
        assertThat(journal.get("journal/large").rules()).containsExactly(CoreRule.RECORD_FULL);
        assertThat(notes()).containsExactly("small");
    }

    @Test
    void a_refusal_says_where_the_record_stood() {
        when(ACCREDITED, posted("full", REFUSED_WHILE_FULL, "2023-03-02T07:30:00Z"));
        assertThat(outcome("full")).isEqualTo(Outcome.REFUSED);
        assertThat(journal.get("journal/full").facts()).containsEntry(Journal.STATUS, "open");
        when(event("elsewhere", REFUSED_WHILE_FULL, "2023-03-02T07:31:00Z", ELSEWHERE, Role.STATION, NOW,
                Reach.SUBDISTRICT));
        assertThat(journal.get("journal/elsewhere").facts()).as("nothing of it to whoever works elsewhere")
                .doesNotContainKey(Journal.STATUS);
    }

    @Test
    void what_is_applied_and_changes_nothing_says_so() {
        when(ACCREDITED, posted("first", RETIRED, "2023-03-02T07:30:00Z"),
                posted("second", RETIRED, "2023-03-02T07:31:00Z"));
        assertThat(journal.get("journal/first").facts()).doesNotContainKey(Journal.CHANGED);
        assertThat(outcome("second")).isEqualTo(Outcome.APPLIED);
        assertThat(journal.get("journal/second").facts()).containsEntry(Journal.CHANGED, Journal.NOTHING);
    }

    private static Envelope deadline(String id, Instant due) {
        return event(id, new DeadlineReached(KEY.toString(), due), due.toString(), "", Role.SYSTEM, due.plusSeconds(30),
                Reach.SUBDISTRICT);
    }

    @Test
    void what_changes_in_the_figures_goes_out_behind_what_the_decision_states_on_the_day_it_happened() {
        when(ACCREDITED);
        var noted = when(posted("honour", new HonourGranted("B", "H", HonourRank.CITY), "2023-02-28T07:00:00Z"));
        assertThat(noted.getFirst().emitted()).extracting(Envelope::data).containsExactly(BEGINS, new CountChanged(
                "2023." + HERE + ".notes", LocalDate.parse("2023-02-28"), List.of(new CountChanged.Change(null, 1))));
        assertThat(noted.getFirst().emitted()).extracting(Envelope::id).containsExactly("honour.notebook.1",
                "honour.notebook.2");
        assertThat(when(posted("accredited", BEGINS, "2023-03-02T07:45:00Z")).getFirst().emitted())
                .extracting(Envelope::data).as("one note more").hasSize(1);
    }
}
