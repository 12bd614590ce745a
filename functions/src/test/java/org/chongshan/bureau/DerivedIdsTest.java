package org.chongshan.bureau;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.validation.constraints.Size;
import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.Key;
import org.chongshan.events.Confidential;
import org.chongshan.events.Event;
import org.chongshan.events.Id;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.events.minors.ChildEvent.ChildCaseOpened;
import org.chongshan.events.minors.ChildEvent.InterventionLinked;
import org.chongshan.events.minors.Intervention;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.GridVisitRecorded;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.events.relief.LeadEvent.LeadTriaged;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.ReferralEvent.ReferralSent;
import org.chongshan.events.relief.Relation;
import org.chongshan.events.relief.ReserveFundEvent.FundOpened;
import org.chongshan.events.relief.Triage;
import org.chongshan.events.treasury.TreasuryNotice.PaymentInitiated;
import org.chongshan.shell.ReferenceData;
import org.chongshan.shell.Router;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ids grow: a lead's begins with its household's, a claim's too, a referral's with a child's. However long those were that
 * somebody gave, what is derived from them is an id, and every event that names such a thing can be posted.
 */
class DerivedIdsTest {
    private static final String STREET = "320613001";
    private static final Instant NOW = Instant.parse("2023-03-02T04:00:00Z");
    private static final String HOUSEHOLD = "H".repeat(Id.MOST_TO_DERIVE_FROM);
    private static final String CHILD = "C".repeat(Id.MOST_TO_DERIVE_FROM);
    private static final String LEAD = "L".repeat(Id.MOST_TO_NUMBER);
    private static final String LONGEST = "L".repeat(100);

    private final Router router = new Router(Topology.FUNCTIONS, ContextMap.LINES);
    private final Map<Key, Aggregate> states = new HashMap<>();
    private final List<Event> emitted = new ArrayList<>();

    @Test
    void what_is_derived_from_the_longest_ids_can_be_posted_back() {
        happens(Role.DISTRICT, new FundOpened(STREET, 10_000_000, 0));
        var number = new IdentityNumber("sealed.1.abcdefghijklmnop.abcdefghijklmnopqrstuv.1-" + "f".repeat(32));
        happens(Role.STREET, new HouseholdRegistered(HOUSEHOLD,
                List.of(new Member(LONGEST, new Personal("x"), number, Relation.HEAD))));
        for (var hardship : Hardship.values()) {
            happens(Role.GRID, new GridVisitRecorded(HOUSEHOLD, hardship, new Personal("seen")));
        }
        happens(Role.DESK, new HardshipLeadReported(LEAD, HOUSEHOLD, Hardship.LOSS_OF_CARE, NOW));
        var leads = Stream.concat(Stream.of(LEAD), found(HardshipLeadReported.class).map(HardshipLeadReported::lead));
        for (var lead : leads.toList()) {
            happens(Role.STREET, new LeadTriaged(lead, Triage.URGENT_RELIEF, 1_000, 1, new Confidential("Alone.")));
        }
        happens(Role.STATION, new ChildCaseOpened(CHILD, HOUSEHOLD, LONGEST, new Personal("x"), new Personal("x")));
        happens(Role.STATION, new InterventionLinked(CHILD, "I".repeat(Id.MOST_TO_DERIVE_FROM),
                Intervention.PSYCHOTHERAPY, true, new Personal("Somebody to talk to.")));

        assertThat(found(HardshipLeadReported.class)).hasSize(Hardship.values().length - 1);
        assertThat(found(PaymentInitiated.class)).isNotEmpty();
        assertThat(found(ReferralSent.class)).isNotEmpty();
        var limits = limits();
        for (var event : emitted) {
            ids(event).forEach(id -> assertThat(valueOf(event, id)).as(event.getClass().getSimpleName())
                    .matches(Id.PATTERN).hasSizeLessThanOrEqualTo(limits.getOrDefault(id.getName(), 100)));
        }
        var named = new TreeSet<String>();
        emitted.forEach(event -> ids(event).forEach(id -> named.add(id.getName())));
        assertThat(named).contains("lead", "reliefCase", "claim", "referral", "household", "member", "fund");
    }

    /** Of each name of an id, the shortest that any posted event takes. */
    private static Map<String, Integer> limits() {
        var limits = new HashMap<String, Integer>();
        EventCatalogue.all().stream().filter(event -> event.isAnnotationPresent(PostedBy.class))
                .flatMap(event -> Stream.of(event.getRecordComponents()))
                .filter(component -> component.getAccessor().isAnnotationPresent(Id.class)).forEach(component -> {
                    var size = component.getAccessor().getAnnotation(Size.class);
                    limits.merge(component.getName(), size == null ? 100 : size.max(), Math::min);
                });
        return limits;
    }

    private <E> Stream<E> found(Class<E> type) {
        return List.copyOf(emitted).stream().filter(type::isInstance).map(type::cast);
    }

    private static Stream<RecordComponent> ids(Event event) {
        return Stream.of(event.getClass().getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(Id.class));
    }

    private static String valueOf(Event event, RecordComponent component) {
        try {
            return (String) component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** It happens, and everything that follows. */
    private void happens(Role role, Event posted) {
        var waiting = new ArrayDeque<>(decide(role, posted));
        while (!waiting.isEmpty()) {
            var event = waiting.remove();
            emitted.add(event);
            waiting.addAll(decide(Role.SYSTEM, event));
        }
    }

    private List<Event> decide(Role role, Event event) {
        var follows = new ArrayList<Event>();
        ContextMap.LINES.forEach(line -> line.of(event).ifPresent(follows::add));
        for (var to : router.destinations(event)) {
            if (to.function() instanceof Collection<?, ?> collection
                    && decide(collection.newDecider(), to.key(), event, role) instanceof Decision.Become<?> become) {
                states.put(to.key(), become.state());
                follows.addAll(become.emitted());
            }
        }
        return follows;
    }

    @SuppressWarnings("unchecked")
    private <S extends Aggregate, E extends Event> Decision<S> decide(Decider<S, E> decider, Key key, Event event,
            Role role) {
        var state = (S) states.get(key);
        var context = new Context("E-" + states.size(), NOW, NOW, role.claim() + "-" + event.getClass().getSimpleName(),
                role, STREET, ReferenceData.policy().at(NOW), ReferenceData.workingDays());
        return state == null ? decider.begin(key.id(), (E) event, context) : decider.decide(state, (E) event, context);
    }
}
