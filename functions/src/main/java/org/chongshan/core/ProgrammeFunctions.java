package org.chongshan.core;

import java.util.ArrayList;
import java.util.List;

import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.OfProgramme;
import org.chongshan.events.Programme;

/**
 * The functions of one programme. What every programme has (query, relay and clock; a sweep when one of its events is one)
 * comes with it and cannot be left out.
 *
 * @param collections what its deciders keep
 * @param further     what it does by itself, and what it answers besides
 */
public record ProgrammeFunctions(Programme programme, List<Collection<?, ?>> collections,
        List<? extends OfProgramme> further) {
    /** All of them. */
    public List<OfProgramme> all() {
        var all = new ArrayList<OfProgramme>();
        all.add(new FunctionSpec.Query(programme));
        all.add(new FunctionSpec.Relay(programme));
        all.add(new FunctionSpec.Clock(programme));
        if (sweeps(programme.events())) {
            all.add(new FunctionSpec.Sweep(programme));
        }
        all.addAll(further);
        all.addAll(collections);
        return List.copyOf(all);
    }

    private static boolean sweeps(Class<?> type) {
        if (!type.isSealed()) {
            return org.chongshan.events.Sweep.class.isAssignableFrom(type);
        }
        for (var permitted : type.getPermittedSubclasses()) {
            if (sweeps(permitted)) {
                return true;
            }
        }
        return false;
    }
}
