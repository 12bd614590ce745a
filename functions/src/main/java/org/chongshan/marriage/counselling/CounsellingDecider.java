package org.chongshan.marriage.counselling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Rule;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Event;
import org.chongshan.events.marriage.CounsellingEvent;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingBooked;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingCancelled;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingDeclined;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingHeld;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingMissed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingNoted;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingRescheduled;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorHeld;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorRefused;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorWithdrawn;
import org.chongshan.events.marriage.CounsellingEvent.HarmDisclosed;
import org.chongshan.events.marriage.CounsellingEvent.PartiesArrived;
import org.chongshan.events.marriage.CounsellingEvent.RoomConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.RoomHeld;
import org.chongshan.events.marriage.CounsellingEvent.RoomRefused;
import org.chongshan.events.marriage.CounsellingEvent.RoomWithdrawn;
import org.chongshan.events.marriage.CounsellingKind;
import org.chongshan.events.marriage.CounsellingNotice.CounsellingAppointed;
import org.chongshan.events.marriage.CounsellingNotice.CounsellingFellThrough;
import org.chongshan.events.marriage.CounsellingNotice.CounsellingReportOverdue;
import org.chongshan.events.marriage.CounsellingNotice.CounsellingTimeHeld;
import org.chongshan.events.marriage.CounsellingNotice.ViolenceReported;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomConfirmationRequested;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomHoldRequested;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomReleased;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorConfirmationRequested;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorHoldRequested;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorReleased;
import org.chongshan.events.marriage.DivorceEvent.CoupleCounselled;
import org.chongshan.marriage.MarriageParameter;
import org.chongshan.marriage.counselling.CounsellingSession.Answer;
import org.chongshan.marriage.counselling.CounsellingSession.Booking;
import org.chongshan.marriage.counselling.CounsellingSession.Claim;
import org.chongshan.marriage.counselling.CounsellingSession.Due;
import org.chongshan.marriage.counselling.CounsellingSession.Happenings;
import org.chongshan.marriage.counselling.CounsellingSession.Part;
import org.chongshan.marriage.counselling.CounsellingSession.Stage;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.marriage.counselling.CounsellingRule.*;

/**
 * Counselling sessions: a saga between a session, a room and a counsellor. The session asks both, under a number of its own for
 * each time it asks, and has them firm once the client will come. Where one is not free the other is given back, so that no
 * session holds what another waits for. An answer to a number it has given up is sent back, whenever it comes; the diaries alone
 * say whose a time is. What happened is a fact and counts in whatever order it is heard.
 */
public record CounsellingDecider() implements Decider<CounsellingSession, CounsellingEvent> {
    @Override
    public String idOf(CounsellingEvent event) {
        return event.session();
    }

    @Override
    public Decision<CounsellingSession> begin(String id, CounsellingEvent event, Context context) {
        var unbooked = CounsellingSession.unbooked(id, context.subdistrict());
        return switch (event) {
            case CounsellingBooked booked -> book(unbooked, booked, context);
            // It is told at once, whether or not anybody has booked.
            case HarmDisclosed disclosed -> disclose(unbooked, disclosed, context);
            case CounsellingEvent _ -> early(SESSION_UNKNOWN);
        };
    }

    @Override
    public Decision<CounsellingSession> decide(CounsellingSession session, CounsellingEvent event, Context context) {
        if (event instanceof HarmDisclosed disclosed) {
            return disclose(session, disclosed, context);
        }
        var booking = session.booking();
        if (booking == null) {
            return event instanceof CounsellingBooked booked ? book(session, booked, context) : early(SESSION_UNKNOWN);
        }
        return switch (event) {
            case HarmDisclosed disclosed -> disclose(session, disclosed, context);
            case CounsellingBooked _ -> refuse(BOOKED_ONCE);

            case RoomHeld held -> held(session, booking, Part.ROOM, held.appointment(), held.until());
            case CounsellorHeld held -> held(session, booking, Part.COUNSELLOR, held.appointment(), held.until());
            case RoomRefused refused -> refused(session, booking, Part.ROOM, refused.appointment(), context);
            case CounsellorRefused refused ->
                refused(session, booking, Part.COUNSELLOR, refused.appointment(), context);
            case RoomConfirmed confirmed -> confirmed(session, booking, Part.ROOM, confirmed.appointment(), context);
            case CounsellorConfirmed confirmed ->
                confirmed(session, booking, Part.COUNSELLOR, confirmed.appointment(), context);
            case RoomWithdrawn withdrawn -> withdrawn(session, booking, Part.ROOM, withdrawn.appointment());
            case CounsellorWithdrawn withdrawn -> withdrawn(session, booking, Part.COUNSELLOR, withdrawn.appointment());

            case PartiesArrived _ when isBeforeItsDay(booking, context) -> refuse(NOT_YET);
            case PartiesArrived _ -> arrive(session, context);
            case CounsellingHeld _ when isBeforeItsDay(booking, context) -> refuse(NOT_YET);
            case CounsellingHeld _ when !isItsCounsellor(booking, context) -> refuse(NOT_ITS_COUNSELLOR);
            case CounsellingHeld _ when session.facts().held() -> refuse(HELD_ONCE);
            case CounsellingHeld _ -> hold(session, booking, context);
            case CounsellingMissed _ when context.time().isBefore(booking.startsAt()) -> refuse(NOT_YET);
            case CounsellingMissed _ -> miss(session);
            case CounsellingNoted _ when !isItsCounsellor(booking, context) -> refuse(NOT_ITS_COUNSELLOR);
            case CounsellingNoted _ when session.facts().notes() >= CounsellingSession.MOST_NOTES ->
                refuse(TOO_MANY_NOTES);
            case CounsellingNoted _ -> note(session, booking);

            case CounsellingEvent _ when session.facts().held() || session.stage().isOver() ->
                refuse(NOT_AT_THIS_POINT);
            case CounsellingConfirmed _ -> agree(session, booking, context);
            case CounsellingDeclined _ -> end(session, booking, Stage.DECLINED, DECLINED);
            case CounsellingCancelled _ ->
                end(session, booking, Stage.CANCELLED, CANCELLED).emit(new CounsellingFellThrough(session.id()));
            case CounsellingRescheduled moved -> move(session, booking, moved, context);
        };
    }

    @Override
    public Become<CounsellingSession> reached(CounsellingSession session, Deadline deadline, Context context) {
        var booking = session.booking();
        if (booking == null) {
            throw new IllegalStateException("an unbooked session waits for nothing");
        }
        return switch ((Due) deadline) {
            case HOLD -> session.stage() == Stage.OFFERED
                    ? end(session, booking, Stage.EXPIRED, EXPIRED).emit(new CounsellingFellThrough(session.id()))
                    : end(session, booking, Stage.WAITING, NO_ANSWER);
            case TIME -> end(session, booking, Stage.LAPSED, LAPSED).emit(new CounsellingFellThrough(session.id()));
            case REPORT -> stateReportLate(session, booking, context);
        };
    }

    private static Decision<CounsellingSession> book(CounsellingSession session, CounsellingBooked booked,
            Context context) {
        if (booked.startsAt().isBefore(context.time())) {
            return refuse(STARTS_BEFORE_IT_IS_BOOKED);
        }
        var online = booked.kind() == CounsellingKind.ONLINE;
        if (!online && booked.room() == null) {
            return refuse(NEEDS_A_ROOM);
        }
        var booking = new Booking(booked.client(), booked.application(), booked.kind(), booked.counsellor(),
                online ? null : booked.room(), booked.startsAt(),
                booked.startsAt().plus(Duration.ofMinutes(booked.minutes())), context.received());
        return seek(session, booking, false, BOOKED, context);
    }

    private static Become<CounsellingSession> seek(CounsellingSession session, Booking booking, boolean agreed,
            Rule rule, Context context) {
        var until = context.received()
                .plus(Duration.ofMinutes(context.policy().value(MarriageParameter.COUNSELLING_HOLD_MINUTES)));
        var next = session.seeking(booking, until, agreed);
        var requests = next.claims().entrySet().stream()
                .map(claim -> request(claim.getKey(), claim.getValue(), booking, until)).toArray(Event[]::new);
        return Decision.<CounsellingSession>become(next, rule).emit(requests);
    }

    /** What is held for it; when that is all, the client is asked, or has said so already. */
    private static Decision<CounsellingSession> held(CounsellingSession session, Booking booking, Part part,
            String appointment, Instant until) {
        var claim = session.claim(part, appointment);
        if (claim == null || session.stage().isOver()) {
            return giveBack(session, booking, part, appointment);
        }
        if (session.stage() == Stage.WAITING && claim.answer() == Answer.REFUSED) {
            return moveUp(session.answered(part, Answer.HELD).until(until), booking, part, until);
        }
        if (session.stage() != Stage.SEEKING || claim.answer() != Answer.ASKED) {
            return refuse(ANSWER_TOO_LATE);
        }
        var heldUntil = session.heldUntil() == null || until.isBefore(session.heldUntil())
                ? until
                : session.heldUntil();
        return whenAllIsHeld(session.answered(part, Answer.HELD).until(heldUntil), heldUntil, HELD_SO_FAR);
    }

    private static Become<CounsellingSession> whenAllIsHeld(CounsellingSession next, Instant until, Rule otherwise) {
        if (!next.allAre(Answer.HELD)) {
            return become(next, otherwise);
        }
        return next.agreed()
                ? confirmAll(next)
                : Decision.<CounsellingSession>become(next.at(Stage.OFFERED), OFFERED)
                        .emit(new CounsellingTimeHeld(next.id(), until));
    }

    /** Its turn has come with one part: it asks for the other again. */
    private static Become<CounsellingSession> moveUp(CounsellingSession session, Booking booking, Part part,
            Instant until) {
        var next = session.at(Stage.SEEKING);
        var requests = new ArrayList<Event>();
        for (var other : session.claims().keySet()) {
            if (other != part) {
                next = next.asking(other);
                var claim = next.claims().get(other);
                if (claim != null) {
                    requests.add(request(other, claim, booking, until));
                }
            }
        }
        return whenAllIsHeld(next, until, MOVED_UP).emit(requests.toArray(Event[]::new));
    }

    private static Decision<CounsellingSession> refused(CounsellingSession session, Booking booking, Part part,
            String appointment, Context context) {
        var claim = session.claim(part, appointment);
        // A refusal may be older than the turn that came since.
        if (claim == null || claim.answer() == Answer.CONFIRMED) {
            return refuse(ANSWER_TOO_LATE);
        }
        return switch (session.stage()) {
            case SEEKING -> waitAgain(session.answered(part, Answer.REFUSED), booking, NOTHING_FREE);
            // It had run out before the word came: all over again, for the client will come.
            case CONFIRMING -> {
                var released = releases(session);
                yield seek(session, booking, true, HOLD_LOST, context).emit(released);
            }
            case UNBOOKED, WAITING, OFFERED, CONFIRMED, DECLINED, CANCELLED, EXPIRED, LAPSED -> refuse(ANSWER_TOO_LATE);
        };
    }

    /** Keeps its place where it waits, and nothing that is held. */
    private static Become<CounsellingSession> waitAgain(CounsellingSession session, Booking booking, Rule rule) {
        var next = session;
        var released = new ArrayList<Event>();
        for (var claim : session.claims().entrySet()) {
            if (claim.getValue().answer() != Answer.REFUSED && claim.getValue().answer() != Answer.RELEASED) {
                next = next.answered(claim.getKey(), Answer.RELEASED);
                released.add(release(claim.getKey(), claim.getValue().resource(), claim.getValue().appointment()));
            }
        }
        return Decision.<CounsellingSession>become(next.at(Stage.WAITING), rule).emit(released.toArray(Event[]::new));
    }

    private static Decision<CounsellingSession> confirmed(CounsellingSession session, Booking booking, Part part,
            String appointment, Context context) {
        if (session.claim(part, appointment) == null || session.stage().isOver()) {
            return giveBack(session, booking, part, appointment);
        }
        if (session.stage() != Stage.CONFIRMING) {
            return refuse(ANSWER_TOO_LATE);
        }
        var next = session.answered(part, Answer.CONFIRMED);
        if (!next.allAre(Answer.CONFIRMED)) {
            return become(next, CONFIRMED_SO_FAR);
        }
        return Decision
                .<CounsellingSession>become(next.standing(reportBy(WorkingDays.dayOf(booking.endsAt()), context)),
                        CONFIRMED)
                .emit(new CounsellingAppointed(session.id(), booking.startsAt()));
    }

    private static Decision<CounsellingSession> withdrawn(CounsellingSession session, Booking booking, Part part,
            String appointment) {
        if (session.claim(part, appointment) == null || session.stage().isOver()) {
            return refuse(ANSWER_TOO_LATE);
        }
        if (session.facts().held()) {
            return refuse(TOOK_PLACE_ANYHOW);
        }
        // However late it is heard: a diary takes out only what had not begun.
        var wasArranged = session.stage() != Stage.SEEKING && session.stage() != Stage.WAITING;
        var waits = waitAgain(session.answered(part, Answer.REFUSED), booking, DISPLACED);
        return wasArranged ? waits.emit(new CounsellingFellThrough(session.id())) : waits;
    }

    /** Somebody else's, or nobody's: the session has given it up, or ended. */
    private static Decision<CounsellingSession> giveBack(CounsellingSession session, Booking booking, Part part,
            String appointment) {
        var claim = session.claims().get(part);
        // Moved since: the number says nothing of whose it was, and that hold runs out by itself.
        var resource = claim == null ? null : claim.resource();
        return resource == null
                ? refuse(ANSWER_TOO_LATE)
                : Decision.<CounsellingSession>become(session, GIVEN_BACK).emit(release(part, resource, appointment));
    }

    private static Decision<CounsellingSession> agree(CounsellingSession session, Booking booking, Context context) {
        return switch (session.stage()) {
            case SEEKING, WAITING -> become(session.clientWillCome(), AGREED);
            case OFFERED -> session.heldUntil() != null && !context.received().isBefore(session.heldUntil())
                    ? refuse(HOLD_RAN_OUT)
                    : confirmAll(session.clientWillCome());
            case UNBOOKED, CONFIRMING, CONFIRMED, DECLINED, CANCELLED, EXPIRED, LAPSED -> refuse(NOT_AT_THIS_POINT);
        };
    }

    private static Become<CounsellingSession> confirmAll(CounsellingSession session) {
        var requests = session.claims().entrySet().stream().map(claim -> confirmation(claim.getKey(), claim.getValue()))
                .toArray(Event[]::new);
        return Decision.<CounsellingSession>become(session.at(Stage.CONFIRMING), CONFIRMING).emit(requests);
    }

    /** Everything is given back: what is held, what is firm, and its place where it waits. */
    private static Become<CounsellingSession> end(CounsellingSession session, Booking booking, Stage how, Rule rule) {
        var next = session;
        for (var part : session.claims().keySet()) {
            next = next.answered(part, Answer.RELEASED);
        }
        return Decision.<CounsellingSession>become(next.at(how), rule).emit(releases(session));
    }

    private static Event[] releases(CounsellingSession session) {
        return session.claims().entrySet().stream().filter(claim -> claim.getValue().answer() != Answer.RELEASED)
                .map(claim -> release(claim.getKey(), claim.getValue().resource(), claim.getValue().appointment()))
                .toArray(Event[]::new);
    }

    private static Decision<CounsellingSession> move(CounsellingSession session, Booking booking,
            CounsellingRescheduled moved, Context context) {
        if (moved.startsAt().isBefore(context.time())) {
            return refuse(STARTS_BEFORE_IT_IS_BOOKED);
        }
        var online = booking.kind() == CounsellingKind.ONLINE;
        if (!online && moved.room() == null) {
            return refuse(NEEDS_A_ROOM);
        }
        var next = new Booking(booking.client(), booking.application(), booking.kind(), moved.counsellor(),
                online ? null : moved.room(), moved.startsAt(),
                moved.startsAt().plus(Duration.ofMinutes(moved.minutes())), booking.bookedAt());
        var released = releases(session);
        var sought = seek(session, next, false, RESCHEDULED, context);
        // What was given back is free before it is asked for again.
        var all = new ArrayList<Event>(List.of(released));
        all.addAll(sought.emitted());
        return Decision.<CounsellingSession>become(sought.state(), RESCHEDULED).emit(all.toArray(Event[]::new));
    }

    private static Decision<CounsellingSession> arrive(CounsellingSession session, Context context) {
        var facts = session.facts();
        var known = facts.arrivedAt();
        var earliest = known == null || context.time().isBefore(known) ? context.time() : known;
        return become(
                session.knowing(new Happenings(earliest, facts.held(), facts.missed(), facts.notes(), facts.harm())),
                ARRIVED);
    }

    private static Decision<CounsellingSession> hold(CounsellingSession session, Booking booking, Context context) {
        var facts = session.facts();
        var next = Decision.<CounsellingSession>become(
                session.knowing(new Happenings(facts.arrivedAt(), true, facts.missed(), facts.notes(), facts.harm())),
                HELD);
        return booking.application() == null
                ? next
                : next.emit(new CoupleCounselled(booking.application(), session.id(), context.time()));
    }

    private static Decision<CounsellingSession> miss(CounsellingSession session) {
        var facts = session.facts();
        var next = session.knowing(new Happenings(facts.arrivedAt(), facts.held(), true, facts.notes(), facts.harm()));
        return become(next, facts.held() || facts.arrivedAt() != null ? CAME_AFTER_ALL : MISSED);
    }

    private static Decision<CounsellingSession> note(CounsellingSession session, Booking booking) {
        var facts = session.facts();
        return become(session.knowing(
                new Happenings(facts.arrivedAt(), facts.held(), facts.missed(), facts.notes() + 1, facts.harm()))
                .writtenBy(booking.counsellor()), NOTED);
    }

    /** However often: each time it goes out. */
    private static Decision<CounsellingSession> disclose(CounsellingSession session, HarmDisclosed disclosed,
            Context context) {
        var facts = session.facts();
        var booking = session.booking();
        var next = session.knowing(
                new Happenings(facts.arrivedAt(), facts.held(), facts.missed(), facts.notes(), facts.harm() + 1));
        return Decision.<CounsellingSession>become(
                booking != null && isItsCounsellor(booking, context) ? next.writtenBy(booking.counsellor()) : next,
                HARM_GOES_OUT).emit(new ViolenceReported(session.id(), disclosed.child(), disclosed.account()));
    }

    private static Become<CounsellingSession> stateReportLate(CounsellingSession session, Booking booking,
            Context context) {
        var again = reportBy(WorkingDays.dayOf(context.now()), context);
        return Decision.<CounsellingSession>become(session.reportStatedLate(again), REPORT_OVERDUE)
                .emit(new CounsellingReportOverdue(session.id(), context.time()));
    }

    private static Event request(Part part, Claim claim, Booking booking, Instant until) {
        return switch (part) {
            case ROOM -> new RoomHoldRequested(claim.resource(), claim.appointment(), booking.startsAt(),
                    booking.endsAt(), until);
            case COUNSELLOR -> new CounsellorHoldRequested(claim.resource(), claim.appointment(), booking.startsAt(),
                    booking.endsAt(), until);
        };
    }

    private static Event confirmation(Part part, Claim claim) {
        return switch (part) {
            case ROOM -> new RoomConfirmationRequested(claim.resource(), claim.appointment());
            case COUNSELLOR -> new CounsellorConfirmationRequested(claim.resource(), claim.appointment());
        };
    }

    private static Event release(Part part, String resource, String appointment) {
        return switch (part) {
            case ROOM -> new RoomReleased(resource, appointment);
            case COUNSELLOR -> new CounsellorReleased(resource, appointment);
        };
    }

    private static boolean isItsCounsellor(Booking booking, Context context) {
        return Actors.same(context.actor(), booking.counsellor());
    }

    private static boolean isBeforeItsDay(Booking booking, Context context) {
        return context.date().isBefore(WorkingDays.dayOf(booking.startsAt()));
    }

    private static Instant reportBy(LocalDate day, Context context) {
        return WorkingDays.endOf(day.plusDays(context.policy().value(MarriageParameter.COUNSELLING_REPORT_DAYS)));
    }
}
