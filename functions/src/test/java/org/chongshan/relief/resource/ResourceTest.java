package org.chongshan.relief.resource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.events.Confidential;
import org.chongshan.events.relief.Donor;
import org.chongshan.events.relief.ResourceEvent;
import org.chongshan.events.relief.ResourceEvent.ResourceDelivered;
import org.chongshan.events.relief.ResourceEvent.ResourceMatched;
import org.chongshan.events.relief.ResourceEvent.ResourcePledged;
import org.chongshan.events.relief.ResourceEvent.ResourceWithdrawn;
import org.chongshan.events.relief.ResourceUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** What is pledged, matched and delivered. */
class ResourceTest {
    private static final Instant NOW = Instant.parse("2023-03-02T04:00:00Z");

    private static final ResourcePledged PLEDGED = new ResourcePledged("1", Donor.FIRM, ResourceUnit.PARCEL, 10);

    private static ResourceMatched match(String id, long quantity) {
        return new ResourceMatched("1", id, "H-1", quantity);
    }

    @Test
    void never_more_is_matched_or_withdrawn_than_is_left() {
        given(new ResourceDecider()).when(PLEDGED).then(ResourceRule.PLEDGED).when(match("a", 7))
                .then(ResourceRule.MATCHED).when(match("b", 4)).thenRefused(ResourceRule.NEVER_MORE_THAN_PLEDGED)
                .when(new ResourceWithdrawn("1", 4, new Confidential("Sold out.")))
                .thenRefused(ResourceRule.NEVER_MORE_THAN_PLEDGED)
                .when(new ResourceWithdrawn("1", 3, new Confidential("Sold out."))).then(ResourceRule.WITHDRAWN)
                .and(resource -> assertThat(resource.status()).isEqualTo(Resource.Status.USED_UP));
    }

    @Test
    void a_match_is_made_once_and_delivered_once() {
        var delivered = new ResourceDelivered("1", "a", "R-1");
        given(new ResourceDecider()).when(delivered).thenEarly(ResourceRule.RESOURCE_UNKNOWN)
                .happened(PLEDGED, match("a", 1)).when(PLEDGED).thenRefused(ResourceRule.PLEDGED_ONCE)
                .when(match("a", 1)).thenRefused(ResourceRule.MATCHED_ONCE).when(delivered).then(ResourceRule.DELIVERED)
                .when(delivered).thenRefused(ResourceRule.NOTHING_TO_DELIVER).when(match("a", 1))
                .thenRefused(ResourceRule.MATCHED_ONCE);
    }

    @Test
    void what_is_matched_and_not_delivered_stays_in_sight_when_nothing_is_left() {
        given(new ResourceDecider()).happened(PLEDGED, match("a", 10))
                .and(resource -> assertThat(resource.status()).isEqualTo(Resource.Status.USED_UP))
                .and(resource -> assertThat(resource.lists()).containsKey(Resource.Listed.OUTSTANDING))
                .happened(new ResourceDelivered("1", "a", "R-1"))
                .and(resource -> assertThat(resource.lists()).isEmpty())
                .and(resource -> assertThat(resource.delivered()).isEqualTo(10));
    }

    @Test
    void a_pledge_with_three_hundred_open_matches_takes_the_next_once_one_is_delivered() {
        var resource = given(new ResourceDecider())
                .happened(new ResourcePledged("1", Donor.CHARITY_FEDERATION, ResourceUnit.PARCEL, 8_000));
        for (int match = 0; match < 300; match++) {
            resource.happened(match("M-" + match, 1));
        }
        resource.when(match("M-300", 1)).thenRefused(ResourceRule.DELIVER_FIRST)
                .happened(new ResourceDelivered("1", "M-7", "R-7")).when(match("M-300", 1)).then(ResourceRule.MATCHED);
    }

    @Test
    void a_pledge_stays_below_a_hundred_kilobytes_however_much_of_it_goes_out() {
        var most = 1_000_000_000;
        var resource = given(new ResourceDecider())
                .happened(new ResourcePledged("1", Donor.CHARITY_FEDERATION, ResourceUnit.PARCEL, most));
        for (int match = 0; match < 500; match++) {
            resource.happened(new ResourceMatched("1", id(match), id(match), 1_000_000));
            if (match < 200) {
                resource.happened(new ResourceDelivered("1", id(match), id(match)));
            }
        }
        assertThat(AnyOrder.stored(resource.state())).isBetween(50_000, 100_000);
    }

    private static String id(int number) {
        return "%0100d".formatted(number);
    }

    @Property
    void a_resource_is_never_matched_beyond_what_was_pledged(@ForAll("events") List<ResourceEvent> events) {
        var decider = new ResourceDecider();
        var told = new ArrayList<>(List.of(new Told<ResourceEvent>("pledge", NOW, PLEDGED)));
        for (var event : events) {
            told.add(new Told<>("event " + told.size(), NOW, event));
            var resource = AnyOrder.left(decider, told);
            assertThat(resource.left()).isNotNegative();
            assertThat(resource.left() + resource.withdrawn() + resource.open() + resource.delivered())
                    .isEqualTo(resource.pledged());
            assertThat(resource.lists().containsKey(Resource.Listed.OUTSTANDING)).isEqualTo(resource.open() > 0);
        }
    }

    @Provide
    Arbitrary<List<ResourceEvent>> events() {
        var some = Arbitraries.longs().between(1, 12);
        var ids = Arbitraries.of("a", "b", "c", "d");
        Arbitrary<ResourceEvent> pledged = Arbitraries.just(PLEDGED);
        Arbitrary<ResourceEvent> matched = Combinators.combine(ids, some).as(ResourceTest::match);
        Arbitrary<ResourceEvent> delivered = ids.map(id -> new ResourceDelivered("1", id, "R"));
        Arbitrary<ResourceEvent> withdrawn = some
                .map(quantity -> new ResourceWithdrawn("1", quantity, new Confidential("why")));
        return Arbitraries.oneOf(pledged, matched, matched, delivered, withdrawn).list().ofMaxSize(30);
    }
}
