package org.chongshan.eldercare.carer;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.Context;
import org.chongshan.core.Deadlines;
import org.chongshan.core.Decision;
import org.chongshan.core.Diary.Appointment;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Event;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.CarerEvent;
import org.chongshan.events.eldercare.CarerEvent.CarerAway;
import org.chongshan.events.eldercare.CarerEvent.CarerBack;
import org.chongshan.events.eldercare.CarerEvent.CarerConfirmed;
import org.chongshan.events.eldercare.CarerEvent.CarerEngaged;
import org.chongshan.events.eldercare.CarerEvent.CarerHoldRequested;
import org.chongshan.events.eldercare.CarerEvent.CarerLeft;
import org.chongshan.events.eldercare.CarerEvent.CarerReleased;
import org.chongshan.events.eldercare.CarerKind;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHeld;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerHoldLapsed;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerRefused;
import org.chongshan.events.eldercare.HomeVisitEvent.CarerUnavailable;
import org.chongshan.shell.ReferenceData;

import static org.assertj.core.api.Assertions.assertThat;

class CarerPropertiesTest {
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");
    private static final CarerEngaged ENGAGED = new CarerEngaged("W-1", "P-1", CarerKind.EMPLOYED, Set.of(),
            new Personal("Wang"));

    /**
     * Something that reaches the carer's record.
     *
     * @param after  minutes after the one before at which the platform hears of it
     * @param before minutes before that at which it happened: a phone was offline
     */
    private record Heard(CarerEvent event, int after, int before) {}

    private static Context context(Instant happened, Instant heard) {
        return new Context("E", happened, heard, "x", Role.STREET, "320613001", ReferenceData.policy().at(happened),
                ReferenceData.workingDays());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_carer_is_never_in_two_places_whatever_is_posted_late_moved_or_cancelled_and_every_visit_knows(
            @ForAll("heard") List<Heard> all) {
        var decider = new CarerDecider();
        var carer = ((Decision.Become<Carer>) decider.begin("W-1", ENGAGED, context(NOON, NOON))).state();
        // What the visits believe: whose askings are held.
        var believed = new HashMap<String, Boolean>();
        var now = NOON;
        for (var heard : all) {
            now = now.plus(Duration.ofMinutes(heard.after()));
            while (carer.due() != null && !carer.due().isAfter(now)) {
                var told = Deadlines.reached(decider, carer, context(carer.due(), now));
                carer = told.state();
                note(told.emitted(), believed);
            }
            var decision = decider.decide(carer, heard.event(),
                    context(now.minus(Duration.ofMinutes(heard.before())), now));
            if (decision instanceof Decision.Become<Carer> become) {
                if (heard.event() instanceof CarerReleased released) {
                    believed.remove(released.visit() + "/" + released.asking());
                }
                if (heard.event() instanceof CarerHoldRequested asked) {
                    believed.remove(asked.visit() + "/" + asked.instead());
                    assertThat(become.emitted()).as("every request is answered")
                            .anyMatch(event -> event instanceof CarerHeld || event instanceof CarerRefused);
                }
                carer = become.state();
                note(become.emitted(), believed);
            }
            assertNeverInTwoPlaces(carer.diary().appointments());
            assertThat(carer.diary().appointments().stream().map(Appointment::id).collect(Collectors.toSet()))
                    .as("what visits believe to be held stands in the diary, and nothing else")
                    .isEqualTo(believed.keySet());
        }
    }

    private static void note(List<Event> emitted, Map<String, Boolean> believed) {
        for (var event : emitted) {
            switch (event) {
                case CarerHeld held -> believed.put(held.visit() + "/" + held.asking(), true);
                case CarerHoldLapsed lapsed -> believed.remove(lapsed.visit() + "/" + lapsed.asking());
                case CarerUnavailable gone -> believed.remove(gone.visit() + "/" + gone.asking());
                default -> {
                }
            }
        }
    }

    private static void assertNeverInTwoPlaces(List<Appointment> appointments) {
        for (var one : appointments) {
            for (var other : appointments) {
                if (one != other && !one.from().isAfter(other.from())) {
                    var way = Duration.ofMinutes(one.place().equals(other.place()) ? 0 : 20);
                    assertThat(one.until().plus(way)).isBeforeOrEqualTo(other.from());
                }
            }
        }
        var byDay = appointments.stream().collect(
                Collectors.groupingBy(one -> one.from().atZone(WorkingDays.ZONE).toLocalDate(), Collectors.counting()));
        assertThat(byDay.values()).allMatch(visits -> visits <= 6);
    }

    @Provide
    Arbitrary<List<Heard>> heard() {
        var visits = Arbitraries.integers().between(1, 8).map(number -> "V-" + number);
        var askings = Arbitraries.integers().between(1, 3);
        var starts = Arbitraries.integers().between(0, 30).map(step -> NOON.plus(Duration.ofMinutes(20L * step)));
        Arbitrary<CarerEvent> asked = Combinators
                .combine(visits, askings, Arbitraries.integers().between(1, 3).injectNull(0.5), starts,
                        Arbitraries.of("K-1", "K-2"))
                .as((visit, asking, instead, from, place) -> new CarerHoldRequested("W-1", visit, asking,
                        asking.equals(instead) ? null : instead, from, from.plus(Duration.ofHours(1)), place,
                        new TreeSet<>()));
        Arbitrary<CarerEvent> confirmed = Combinators.combine(visits, askings)
                .as((visit, asking) -> new CarerConfirmed("W-1", visit, asking));
        Arbitrary<CarerEvent> released = Combinators.combine(visits, askings)
                .as((visit, asking) -> new CarerReleased("W-1", visit, asking));
        Arbitrary<CarerEvent> away = starts
                .map(from -> new CarerAway("W-1", "A-1", from, from.plus(Duration.ofHours(2))));
        var events = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, asked), net.jqwik.api.Tuple.of(3, confirmed),
                net.jqwik.api.Tuple.of(3, released), net.jqwik.api.Tuple.of(1, away),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new CarerBack("W-1", "A-1"))),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(new CarerLeft("W-1"), ENGAGED)));
        return Combinators.combine(events, Arbitraries.integers().between(0, 15), Arbitraries.of(0, 0, 5, 600))
                .as(Heard::new).list().ofMaxSize(40);
    }
}
