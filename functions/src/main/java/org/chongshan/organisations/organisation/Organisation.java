package org.chongshan.organisations.organisation;

import java.time.LocalDate;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Fact;
import org.chongshan.events.Personal;
import org.chongshan.events.organisations.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * A social organisation, or a team that is to become one.
 *
 * @param entry     what the register says of it; null while it is a team
 * @param team      what is said of it as a team; null when it never was one
 * @param dissolved when it ended, the first time that is known; null while it is there
 * @param grants    where it stands with grants
 */
record Organisation(String id, String subdistrict, @Nullable Fact<Entry> entry, @Nullable Fact<Team> team,
        @Nullable Fact<Boolean> dissolved, Grants grants) implements Aggregate {

    /** An entry of the register. */
    record Entry(String creditCode, OrganisationKind kind, String name, LocalDate registeredOn, Personal contact) {}

    /**
     * A community team.
     *
     * @param incubator the organisation that accompanies it
     */
    record Team(String name, String incubator, int volunteers, Personal contact) {}

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        /** A team that is accompanied and has no credit code. */
        TEAM(Sight.LIST),
        /** In the register. */
        REGISTERED(Sight.LIST),
        /** Struck off, or fallen apart. */
        DISSOLVED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    static Organisation begun(String id, String subdistrict) {
        return new Organisation(id, subdistrict, null, null, null, Grants.none());
    }

    Organisation entered(Fact<Entry> fact) {
        return new Organisation(id, subdistrict, Fact.later(entry, fact), team, dissolved, grants);
    }

    Organisation team(Fact<Team> fact) {
        return new Organisation(id, subdistrict, entry, Fact.later(team, fact), dissolved, grants);
    }

    Organisation dissolved(Fact<Boolean> fact) {
        return new Organisation(id, subdistrict, entry, team,
                dissolved != null && dissolved.isOlderThan(fact) ? dissolved : fact, grants);
    }

    Organisation granted(Grants now) {
        return new Organisation(id, subdistrict, entry, team, dissolved, now);
    }

    @Override
    public Status status() {
        if (dissolved != null) {
            return Status.DISSOLVED;
        }
        return entry == null ? Status.TEAM : Status.REGISTERED;
    }
}
