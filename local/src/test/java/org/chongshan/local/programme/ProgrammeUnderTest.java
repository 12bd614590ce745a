package org.chongshan.local.programme;

import java.util.List;

import org.chongshan.events.Programme;

/**
 * Everything the harnesses ask of one programme. A new programme writes one of these and adds it to
 * {@link ProgrammesUnderTest#ALL}; {@link EveryProgrammeIsWholeTest} says what is missing.
 *
 * @param workload   what people post under faults and under kills
 * @param invariants what must hold in its books afterwards
 * @param examples   a life of the programme: at least one example of each event somebody may post, in an order in which each is
 *                   accepted and applied
 */
public record ProgrammeUnderTest(Programme programme, Workload workload, Invariants invariants,
        List<Example> examples) {}
