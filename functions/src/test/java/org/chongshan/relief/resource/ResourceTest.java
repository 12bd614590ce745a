package org.chongshan.relief.resource;

import java.time.Instant;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.Context;
import org.chongshan.core.Decision;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.relief.Donor;
import org.chongshan.events.relief.ResourceEvent;
import org.chongshan.events.relief.ResourceEvent.ResourceDelivered;
import org.chongshan.events.relief.ResourceEvent.ResourceMatched;
import org.chongshan.events.relief.ResourceEvent.ResourcePledged;
import org.chongshan.events.relief.ResourceEvent.ResourceWithdrawn;
import org.chongshan.events.relief.ResourceUnit;
import org.chongshan.shell.ReferenceData;
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
                .and(resource -> assertThat(resource.status()).isEqualTo("used-up"));
    }

    @Test
    void a_match_is_made_once_and_delivered_once() {
        var delivered = new ResourceDelivered("1", "a", "R-1");
        given(new ResourceDecider()).when(delivered).thenRefused(ResourceRule.RESOURCE_UNKNOWN)
                .happened(PLEDGED, match("a", 1)).when(PLEDGED).thenRefused(ResourceRule.PLEDGED_ONCE)
                .when(match("a", 1)).thenRefused(ResourceRule.MATCHED_ONCE).when(delivered).then(ResourceRule.DELIVERED)
                .when(delivered).thenRefused(ResourceRule.NOTHING_TO_DELIVER);
    }

    @Property
    void a_resource_is_never_matched_beyond_what_was_pledged(@ForAll("events") List<ResourceEvent> events) {
        var decider = new ResourceDecider();
        var context = new Context(NOW, "x", Role.STREET, "320613001", ReferenceData.policy().at(NOW),
                ReferenceData.workingDays());
        var resource = decider.initial("1");
        for (var event : events) {
            if (decider.decide(resource, event, context) instanceof Decision.Become<Resource> become) {
                resource = become.state();
            }
            assertThat(resource.left()).isNotNegative();
            assertThat(resource.left() + resource.withdrawn() + resource.matched()).isEqualTo(resource.pledged());
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
