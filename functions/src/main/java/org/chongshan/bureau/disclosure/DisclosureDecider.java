package org.chongshan.bureau.disclosure;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.RecordsExported;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;

/** Keeps who took which records away. Nothing is posted to it: what answers the read states it first. */
public record DisclosureDecider() implements Decider<Disclosure, RecordsExported> {
    @Override
    public String idOf(RecordsExported exported) {
        return exported.disclosure();
    }

    @Override
    public Decision<Disclosure> begin(String id, RecordsExported exported, Context context) {
        return become(new Disclosure(id, context.subdistrict(), context.actor(), exported.reader(), exported.asked(),
                exported.rows(), context.time()), DisclosureRule.EXPORTED);
    }

    @Override
    public Decision<Disclosure> decide(Disclosure disclosure, RecordsExported exported, Context context) {
        return refuse(DisclosureRule.STANDS);
    }
}
