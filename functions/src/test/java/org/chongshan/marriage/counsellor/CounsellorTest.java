package org.chongshan.marriage.counsellor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorHeld;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorRefused;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorWithdrawn;
import org.chongshan.events.marriage.CounsellorEvent;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorAwayFor;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorBack;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorConfirmationRequested;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorEngaged;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorHoldRequested;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorLeft;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorReleased;
import org.chongshan.events.marriage.CounsellorKind;
import org.chongshan.events.marriage.HoldRefusal;
import org.chongshan.marriage.Appointments;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.marriage.counsellor.CounsellorRule.*;

/** Social workers, psychologists and lawyers from two social organisations and two law firms. */
class CounsellorTest {
    private static final String NOW = "2023-03-02T01:00:00Z";
    private static final Instant TEN = Instant.parse("2023-03-02T02:00:00Z");
    private static final CounsellorEngaged ENGAGEMENT = new CounsellorEngaged("law-firm-2.7", CounsellorKind.LAWYER,
            "law-firm-2");
    private static final CounsellorLeft LEAVING = new CounsellorLeft("law-firm-2.7", new Confidential("Retired."));

    private static Given<Counsellor, CounsellorEvent> engaged() {
        return given(new CounsellorDecider()).by("registry-1", Role.REGISTRY).at(NOW).happened(ENGAGEMENT);
    }

    private static CounsellorHoldRequested ask(String appointment, Instant from) {
        return new CounsellorHoldRequested("law-firm-2.7", appointment, from, from.plusSeconds(3600), TEN);
    }

    @Test
    void only_who_was_engaged_is_held_and_what_is_confirmed_in_time_is_firm() {
        var confirm = new CounsellorConfirmationRequested("law-firm-2.7", "S-1.2");
        given(new CounsellorDecider()).when(ask("S-1.2", TEN)).thenEarly(COUNSELLOR_UNKNOWN);
        engaged().when(ask("S-1.2", TEN)).then(HELD, new CounsellorHeld("S-1", "S-1.2", TEN)).when(confirm)
                .then(CONFIRMED, new CounsellorConfirmed("S-1", "S-1.2"));
        engaged().happened(ask("S-1.2", TEN)).at("2023-03-02T02:00:00Z").when(confirm).then(RAN_OUT,
                new CounsellorRefused("S-1", "S-1.2", HoldRefusal.EXPIRED));
    }

    @Test
    void a_counsellor_is_in_one_session_at_a_time_and_in_six_a_day_and_who_comes_second_moves_up() {
        var all = engaged();
        for (int i = 0; i < 6; i++) {
            all.happened(ask("S-" + i + ".1", TEN.plusSeconds(4500L * i)));
        }
        all.when(ask("S-7.1", TEN)).then(NOT_FREE, new CounsellorRefused("S-7", "S-7.1", HoldRefusal.TAKEN))
                .when(ask("S-8.1", TEN.plusSeconds(9 * 3600)))
                .then(NOT_FREE, new CounsellorRefused("S-8", "S-8.1", HoldRefusal.DAY_FULL))
                .when(new CounsellorReleased("law-firm-2.7", "S-0.1"))
                .then(RELEASED, new CounsellorHeld("S-7", "S-7.1", TEN)).whenDeadlineReached()
                .then(HOLDS_LAPSED, new CounsellorHeld("S-8", "S-8.1", TEN.plusSeconds(3600)));
    }

    @Test
    void who_has_left_is_booked_no_more_and_the_sessions_to_come_fall_away() {
        engaged().happened(ask("S-1.1", TEN), ask("S-2.1", TEN)).when(LEAVING)
                .then(LEFT, new CounsellorWithdrawn("S-1", "S-1.1"), new CounsellorWithdrawn("S-2", "S-2.1"))
                .and(counsellor -> assertThat(counsellor.status()).isEqualTo(Counsellor.Status.LEFT))
                .when(ask("S-3.1", TEN)).then(HAS_LEFT, new CounsellorRefused("S-3", "S-3.1", HoldRefusal.LEFT))
                .at("2023-03-02T01:30:00Z").when(ENGAGEMENT).then(ENGAGED).when(ask("S-3.2", TEN))
                .then(HELD, new CounsellorHeld("S-3", "S-3.2", TEN)).at("2023-03-02T01:10:00Z").when(LEAVING)
                .then(SAID_SINCE);
    }

    @Test
    void the_registry_and_they_themselves_say_when_a_counsellor_is_away() {
        var away = new CounsellorAwayFor("law-firm-2.7", "A-1", TEN, TEN.plusSeconds(7200));
        engaged().happened(ask("S-1.1", TEN)).by("law-firm-1.3", Role.ORGANISATION).when(away).thenRefused(NOT_THEIRS)
                .when(new CounsellorBack("law-firm-2.7", "A-1")).thenRefused(NOT_THEIRS)
                .by("Law-Firm-2.7 ", Role.ORGANISATION).when(away).then(AWAY, new CounsellorWithdrawn("S-1", "S-1.1"))
                .by("registry-1", Role.REGISTRY).when(new CounsellorBack("law-firm-2.7", "A-1"))
                .then(BACK, new CounsellorHeld("S-1", "S-1.1", TEN));
    }

    @Test
    void a_diary_has_room_for_five_hundred_absences() {
        var full = engaged();
        for (int i = 0; i < Appointments.MOST; i++) {
            full.happened(new CounsellorAwayFor("law-firm-2.7", "A-" + i, TEN.plusSeconds(60L * i),
                    TEN.plusSeconds(60L * i + 60)));
        }
        full.when(new CounsellorAwayFor("law-firm-2.7", "one-more", TEN, TEN)).thenRefused(TOO_MANY_ABSENCES)
                .happened(new CounsellorAwayFor("law-firm-2.7", "A-0", TEN, TEN));
    }

    /** Some facts, and the same in another order in which some come again. */
    record TwoOrders(List<Told<CounsellorEvent>> one, List<Told<CounsellorEvent>> other) {}

    @Property
    void whether_somebody_is_engaged_is_what_was_said_last_in_whatever_order_it_comes(
            @ForAll("orders") TwoOrders orders) {
        var decider = new CounsellorDecider();
        assertThat(AnyOrder.left(decider, orders.other()).status())
                .isEqualTo(AnyOrder.left(decider, orders.one()).status());
    }

    @Provide
    Arbitrary<TwoOrders> orders() {
        return Arbitraries.of(ENGAGEMENT, LEAVING).list().ofMaxSize(6).map(facts -> {
            var all = new ArrayList<Told<CounsellorEvent>>();
            all.add(new Told<>("e", Instant.parse(NOW), ENGAGEMENT));
            facts.forEach(fact -> all
                    .add(new Told<>("e" + all.size(), Instant.parse(NOW).plus(Duration.ofHours(all.size())), fact)));
            return List.copyOf(all);
        }).flatMap(told -> AnyOrder.of(told).map(other -> new TwoOrders(told, other)));
    }
}
