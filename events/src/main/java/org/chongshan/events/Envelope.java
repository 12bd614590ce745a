package org.chongshan.events;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A CloudEvents 1.0 envelope, structured mode.
 *
 * @param id            unique for its aggregate; a UUIDv7 from clients, {@code <cause id>.<function>.<n>} when emitted
 * @param source        who sent it, a URI reference such as {@code /phones/17} or {@code /functions/relief-case}
 * @param subject       the aggregate the sender has in mind, {@code <function>/<id>}
 * @param time          when it happened in the field, which may be long before it was received, and never later than
 *                      {@link #CLOCK_TOLERANCE} after that; deciders use this time
 * @param data          the event
 * @param actor         who did it: the token's subject; of an emitted event, whoever did what caused it
 * @param role          as what the actor did it; {@link Role#SYSTEM} when a function emitted it
 * @param subdistrict   code of the subdistrict it happened in
 * @param correlationid id of the event that began the whole course of things
 * @param causationid   id of the event that directly caused this one; its own id when nothing did
 * @param receivedtime  when the platform first saw it
 * @param trace         the distributed trace it is part of
 * @param reach         how far it acts: as far as whoever caused it may act
 */
public record Envelope(String id, String source, String subject, Instant time, Event data, String actor, Role role,
        String subdistrict, String correlationid, String causationid, Instant receivedtime, Trace trace, Reach reach) {

    /** How far an event acts. Consequences carry the reach of their cause. */
    public enum Reach {
        /** On what belongs to its own subdistrict. */
        SUBDISTRICT,
        /** On what belongs to any. */
        BUREAU;

        /** As far as whoever holds this role may act. */
        public static Reach of(Role role) {
            return role.isLocal() || role == Role.SYSTEM ? SUBDISTRICT : BUREAU;
        }
    }

    /** The CloudEvents version written. */
    public static final String SPEC_VERSION = "1.0";
    /**
     * How far a device's clock may lie ahead of the platform's: what happened later than this after it was received is
     * refused. Less would refuse honest phones, which drift by minutes; more would let facts stand as the latest ones
     * before they are. Also what counts as on time: see {@link #late}. An assumption.
     */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    /** Nothing the bureau works with happened before. An assumption. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /**
     * What a function begins by itself, by the name of {@code actor}: a course of things and a trace of its own, which acts in
     * its own subdistrict.
     *
     * @param where code of the subdistrict; empty when it is not known
     * @param now   when it was begun
     */
    public static Envelope beginning(String id, String emitter, String concerning, Instant time, Event data,
            String actor, String where, Instant now) {
        return new Envelope(id, emitter, concerning, time, data, actor, Role.SYSTEM, where, id, id, now,
                Trace.begunBy(id), Reach.SUBDISTRICT);
    }

    /**
     * What a function emits because of this event: in the same course of things and the same trace, at the time this
     * happened, by whoever did this.
     *
     * @param emitter its source
     * @param where   code of the subdistrict
     * @param now     when it was emitted
     */
    public Envelope causing(String emittedId, String emitter, String concerning, Event emitted, String where,
            Instant now) {
        return new Envelope(emittedId, emitter, concerning, time, emitted, actor, Role.SYSTEM, where, correlationid, id,
                now, trace.at(emittedId), reach);
    }

    /** How late the platform first saw it, whole seconds; empty when that was within {@link #CLOCK_TOLERANCE}. */
    public Optional<Duration> late() {
        return Optional.of(Duration.between(time, receivedtime).truncatedTo(ChronoUnit.SECONDS))
                .filter(late -> late.compareTo(CLOCK_TOLERANCE) > 0);
    }

    /** The CloudEvents type of the event carried. */
    public String type() {
        return Event.typeOf(data.getClass());
    }

    /** The schema the data was checked against. */
    public String dataschema() {
        return Event.schemaOf(data.getClass());
    }
}
