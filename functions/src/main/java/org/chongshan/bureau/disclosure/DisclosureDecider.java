package org.chongshan.bureau.disclosure;

import org.chongshan.bureau.disclosure.Disclosure.Search;
import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.DisclosureEvent;
import org.chongshan.events.RecordsExported;
import org.chongshan.events.RecordsSearched;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;

/** Keeps who took which records away, or searched for them. Nothing is posted to it: what answers states it first. */
public record DisclosureDecider() implements Decider<Disclosure, DisclosureEvent> {
    @Override
    public String idOf(DisclosureEvent event) {
        return event.disclosure();
    }

    @Override
    public Decision<Disclosure> begin(String id, DisclosureEvent event, Context context) {
        return switch (event) {
            case RecordsExported exported ->
                become(new Disclosure(id, context.subdistrict(), context.actor(), exported.reader(), exported.asked(),
                        null, exported.rows(), context.time()), DisclosureRule.EXPORTED);
            case RecordsSearched searched -> become(
                    new Disclosure(id, context.subdistrict(), context.actor(), searched.reader(), searched.asked(),
                            new Search(searched.basis(), searched.purpose()), searched.rows(), context.time()),
                    DisclosureRule.SEARCHED);
        };
    }

    @Override
    public Decision<Disclosure> decide(Disclosure disclosure, DisclosureEvent event, Context context) {
        return refuse(DisclosureRule.STANDS);
    }
}
