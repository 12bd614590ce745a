package org.chongshan.relief.resource;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.relief.ResourceEvent;
import org.chongshan.events.relief.ResourceEvent.ResourceDelivered;
import org.chongshan.events.relief.ResourceEvent.ResourceMatched;
import org.chongshan.events.relief.ResourceEvent.ResourcePledged;
import org.chongshan.events.relief.ResourceEvent.ResourceWithdrawn;
import org.chongshan.relief.ReliefParameter;
import org.chongshan.relief.resource.Resource.Match;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;

/** Resources of streets, communities, charities, firms and volunteers, matched to households' needs (资源链接). */
public record ResourceDecider() implements Decider<Resource, ResourceEvent> {
    @Override
    public String idOf(ResourceEvent event) {
        return event.resource();
    }

    @Override
    public Decision<Resource> begin(String id, ResourceEvent event, Context context) {
        return switch (event) {
            case ResourcePledged pledged ->
                become(Resource.pledged(id, context.subdistrict(), pledged.donor(), pledged.unit(), pledged.quantity()),
                        ResourceRule.PLEDGED);
            case ResourceMatched _,ResourceDelivered _,ResourceWithdrawn _ -> early(ResourceRule.RESOURCE_UNKNOWN);
        };
    }

    @Override
    public Decision<Resource> decide(Resource resource, ResourceEvent event, Context context) {
        return switch (event) {
            case ResourcePledged _ -> refuse(ResourceRule.PLEDGED_ONCE);
            case ResourceMatched matched when resource.knows(matched.match()) -> refuse(ResourceRule.MATCHED_ONCE);
            case ResourceMatched matched when matched.quantity() > resource.left() ->
                refuse(ResourceRule.NEVER_MORE_THAN_PLEDGED);
            case ResourceMatched _ when !context.policy().isWithin(ReliefParameter.OPEN_MATCHES_PER_PLEDGE,
                    resource.matches().size() + 1) ->
                refuse(ResourceRule.DELIVER_FIRST);
            case ResourceMatched matched ->
                become(resource.match(matched.match(), new Match(matched.household(), matched.quantity())),
                        ResourceRule.MATCHED).noting("left", resource.left() - matched.quantity());
            case ResourceDelivered delivered -> deliver(resource, delivered);
            case ResourceWithdrawn withdrawn when withdrawn.quantity() > resource.left() ->
                refuse(ResourceRule.NEVER_MORE_THAN_PLEDGED);
            case ResourceWithdrawn withdrawn -> become(resource.withdraw(withdrawn.quantity()), ResourceRule.WITHDRAWN);
        };
    }

    private static Decision<Resource> deliver(Resource resource, ResourceDelivered delivered) {
        var match = resource.matches().get(delivered.match());
        return match == null
                ? refuse(ResourceRule.NOTHING_TO_DELIVER)
                : become(resource.deliver(delivered.match(), match.quantity()), ResourceRule.DELIVERED)
                        .noting("household", match.household()).noting("quantity", match.quantity());
    }
}
