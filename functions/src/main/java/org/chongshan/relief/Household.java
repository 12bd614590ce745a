package org.chongshan.relief;

import java.time.Instant;
import java.util.List;

import org.chongshan.core.Aggregate;
import org.chongshan.events.relief.Member;
import org.jspecify.annotations.Nullable;

/**
 * A household (户) on the bureau's books.
 *
 * @param subdistrict   null before it is registered
 * @param reliefPaidFen all relief that reached it, fen
 */
record Household(String id, @Nullable String subdistrict, List<Member> members, @Nullable Instant lastVisitedAt,
        long reliefPaidFen) implements Aggregate {

    Household visited(Instant at) {
        var latest = lastVisitedAt == null || at.isAfter(lastVisitedAt) ? at : lastVisitedAt;
        return new Household(id, subdistrict, members, latest, reliefPaidFen);
    }

    Household relieved(long fen) {
        return new Household(id, subdistrict, members, lastVisitedAt, reliefPaidFen + fen);
    }

    @Override
    public String status() {
        return "registered";
    }
}
