package org.chongshan.minors.child;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Rule;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Role;
import org.chongshan.events.minors.AlertLevel;
import org.chongshan.events.minors.ChildEvent;
import org.chongshan.events.minors.ChildEvent.ChildCaseOpened;
import org.chongshan.events.minors.ChildEvent.ChildRiskAssessed;
import org.chongshan.events.minors.ChildEvent.ChildVisitRecorded;
import org.chongshan.events.minors.ChildEvent.HarmSeen;
import org.chongshan.events.minors.ChildEvent.InterventionAnswered;
import org.chongshan.events.minors.ChildEvent.InterventionClosed;
import org.chongshan.events.minors.ChildEvent.InterventionLinked;
import org.chongshan.events.minors.ChildEvent.ProtectionAlertAcknowledged;
import org.chongshan.events.minors.ChildEvent.ProtectionConcernReported;
import org.chongshan.events.minors.ChildEvent.TierOverridden;
import org.chongshan.events.minors.MinorsNotice.ChildVisitOverdue;
import org.chongshan.events.minors.MinorsNotice.InterventionSought;
import org.chongshan.events.minors.MinorsNotice.ProtectionAlertRaised;
import org.chongshan.events.minors.MinorsNotice.RiskTierChanged;
import org.chongshan.events.minors.MinorsNotice.TierOverrideExpired;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.minors.Tier;
import org.chongshan.minors.MinorsParameter;
import org.chongshan.minors.child.Child.Due;
import org.chongshan.minors.child.Child.File;
import org.chongshan.minors.child.Child.Help;
import org.chongshan.minors.child.Known.Alarm;
import org.chongshan.minors.child.Known.Assessment;
import org.chongshan.minors.child.Known.Axes;
import org.chongshan.minors.child.Known.Cadence;
import org.chongshan.minors.child.Known.Reason;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.minors.child.ChildRule.*;

/**
 * Children followed by four tiers (四色管理): three axes decide the tier, the tier the next joint visit; harm and high risk are
 * an alert at once. Facts count as of their own time, whatever the order a phone posts them in; whoever must act has their
 * hours from when the platform could first tell them.
 */
public record ChildDecider() implements Decider<Child, ChildEvent> {
    @Override
    public String idOf(ChildEvent event) {
        return event.child();
    }

    @Override
    public Decision<Child> begin(String id, ChildEvent event, Context context) {
        var begun = Child.begun(id, context.subdistrict(), context.now());
        return switch (event) {
            case ProtectionConcernReported concern -> hear(begun, concern, context);
            case HarmSeen seen -> see(Child.begun(id, seen.subdistrict(), context.now()), context);
            case ChildCaseOpened opened -> open(begun, opened, context);
            case ChildEvent _ -> early(CHILD_UNKNOWN);
        };
    }

    @Override
    public Decision<Child> decide(Child child, ChildEvent event, Context context) {
        return switch (event) {
            case ProtectionConcernReported concern -> hear(child, concern, context);
            case HarmSeen _ -> see(child, context);
            case ProtectionAlertAcknowledged _ -> takeOn(child, context);
            case ChildCaseOpened _ when child.file() != null -> refuse(OPENED_ONCE);
            case ChildCaseOpened opened -> open(child, opened, context);
            case ChildVisitRecorded visit -> visit(child, visit, context);
            case ChildRiskAssessed assessed -> assess(child, assessed, context);
            case TierOverridden overridden -> override(child, overridden, context);
            case InterventionLinked linked -> seekHelp(child, linked, context);
            case InterventionAnswered answered -> {
                var help = child.interventions().get(answered.intervention());
                yield help == null
                        ? refuse(NO_SUCH_HELP)
                        : become(child.help(answered.intervention(), help.answered(answered.answer(), context.time())),
                                HELP_ANSWERED);
            }
            case InterventionClosed closed -> {
                var help = child.interventions().get(closed.intervention());
                yield help == null || help.closed()
                        ? refuse(NO_SUCH_HELP)
                        : become(child.help(closed.intervention(), help.ended()), HELP_ENDED);
            }
        };
    }

    @Override
    public Become<Child> reached(Child child, Deadline deadline, Context context) {
        return switch ((Due) deadline) {
            case OVERRIDE -> endOverride(child, context.time());
            case VISIT -> Decision.<Child>become(child.visitMissed(), VISIT_OVERDUE)
                    .emit(new ChildVisitOverdue(child.id(), context.time()));
            case ALERT -> alertGoesUp(child, context);
        };
    }

    /** The first who spoke of a child pins it nowhere: it belongs where its case is opened. */
    private static Decision<Child> open(Child child, ChildCaseOpened opened, Context context) {
        var file = new File(opened.household(), opened.member(), opened.name(), opened.birthday());
        var there = child.subdistrict();
        var known = soon(child.known(), context);
        var decision = accept(child, child.opened(context.subdistrict(), file).knowing(known), CASE_OPENED);
        return child.alert() != null && !there.equals(context.subdistrict())
                ? decision.emit(new HarmSeen(child.id() + "." + there, there))
                : decision;
    }

    private static Decision<Child> visit(Child child, ChildVisitRecorded visit, Context context) {
        var known = child.known().at(context.now());
        if (!visit.by().containsAll(List.of(StationKind.values()))) {
            return accept(child, child.knowing(known.visited(context.time())), VISIT_BY_ONE);
        }
        var fact = context.fact(cadence(context));
        return accept(child, child.knowing(known.visitedJointly(fact)),
                fact.isOlderThan(known.jointVisit()) ? OLDER_VISIT : JOINT_VISIT)
                .noting("tier", known.tierAt(context.time()) instanceof Tier tier ? tier : "none");
    }

    private static Decision<Child> assess(Child child, ChildRiskAssessed assessed, Context context) {
        var known = child.known().at(context.now());
        var axes = new Axes(assessed.guardianship(), assessed.behaviour(), assessed.physiological());
        var line = Tiers.of(axes);
        var fact = context.fact(new Assessment(axes, cadence(context).days(line.tier()),
                line.tier() == Tier.HIGH ? alarm(context) : null));
        var older = known.assessments().latest().filter(fact::isOlderThan).isPresent();
        var rule = older
                ? OLDER_ASSESSMENT
                : known.overrideAt(context.time()).isPresent() ? ASSESSED_UNDER_OVERRIDE : line.rule();
        return accept(child, child.knowing(known.assessed(fact)), rule).noting("guardianship", axes.guardianship())
                .noting("behaviour", axes.behaviour()).noting("physiological", axes.physiological());
    }

    private static Decision<Child> override(Child child, TierOverridden overridden, Context context) {
        var most = context.date().plusDays(context.policy().value(MinorsParameter.OVERRIDE_MOST_DAYS));
        if (overridden.until().isBefore(context.date()) || overridden.until().isAfter(most)) {
            return refuse(OVERRIDE_TOO_LONG);
        }
        var known = child.known().at(context.now());
        var until = WorkingDays.endOf(overridden.until());
        var fact = context.fact(new Known.Override(overridden.tier(), until, cadence(context).days(overridden.tier()),
                overridden.tier() == Tier.HIGH ? alarm(context) : null));
        var older = known.overrides().latest().filter(fact::isOlderThan).isPresent();
        var rule = older ? OLDER_OVERRIDE : until.isAfter(known.asOf()) ? OVERRIDDEN : OVERRIDE_IS_OVER;
        return accept(child, child.knowing(known.overridden(fact)), rule).noting("until", overridden.until());
    }

    private static Become<Child> endOverride(Child child, Instant at) {
        return accept(child, child.knowing(child.known().at(at)), OVERRIDE_ENDS);
    }

    /** Answers every reporter alike, so that nobody learns from a receipt whether a child is known. */
    private static Decision<Child> hear(Child child, ProtectionConcernReported concern, Context context) {
        var known = soon(child.known(), context);
        if (!concern.harm()) {
            return accept(child, child.knowing(known), CONCERN_HEARD);
        }
        var decision = accept(child, child.knowing(known.harmed(alarm(context), context.event())), ALERT_RAISED);
        var seenIn = context.subdistrict();
        return seenIn.equals(child.subdistrict())
                ? decision
                : decision.emit(new HarmSeen(child.id() + "." + seenIn, seenIn));
    }

    private static Decision<Child> see(Child child, Context context) {
        var known = child.known().at(context.now()).harmed(alarm(context), context.event());
        return accept(child, child.knowing(known), HARM_SEEN_HERE);
    }

    private static Decision<Child> seekHelp(Child child, InterventionLinked linked, Context context) {
        var file = child.file();
        if (file == null) {
            return refuse(CHILD_UNKNOWN);
        }
        if (child.interventions().containsKey(linked.intervention())) {
            return refuse(HELP_SOUGHT_ONCE);
        }
        if (!linked.consent()) {
            return refuse(GUARDIAN_CONSENTS);
        }
        var kept = child;
        if (child.interventions().size() >= Child.MOST_INTERVENTIONS) {
            var ended = child.interventions().entrySet().stream().filter(help -> help.getValue().closed())
                    .min(Comparator.<Map.Entry<String, Help>, Instant>comparing(help -> help.getValue().soughtAt())
                            .thenComparing(Map.Entry::getKey));
            if (ended.isEmpty()) {
                return refuse(TOO_MUCH_HELP);
            }
            kept = child.withoutHelp(ended.get().getKey());
        }
        return Decision
                .<Child>become(
                        kept.help(linked.intervention(), new Help(linked.kind(), context.time(), null, null, false)),
                        HELP_SOUGHT)
                .emit(new InterventionSought(child.id(), file.household(), file.member(), linked.intervention(),
                        linked.kind(), linked.need()));
    }

    private static Become<Child> alertGoesUp(Child child, Context context) {
        var up = requireNonNull(child.alert()).up(context.now(), alertHours(context));
        return Decision.<Child>become(child.alert(up), up.missed() ? ALERT_LEFT_OPEN : ALERT_GOES_UP)
                .emit(new ProtectionAlertRaised(child.id(), up.level(), up.actBy()));
    }

    /** Whoever takes an alert on knew of what the platform knew of when they did. */
    private static Decision<Child> takeOn(Child child, Context context) {
        var alert = child.alert();
        if (alert == null) {
            return refuse(NO_ALERT);
        }
        var when = context.time().isBefore(context.received()) ? context.time() : context.received();
        if (levelOf(context.role()).compareTo(alert.lowestAt(when)) < 0) {
            return refuse(ALERT_LIES_HIGHER);
        }
        var open = child.known().open();
        if (!open.isEmpty() && open.stream().allMatch(alarm -> alarm.knownAt().isAfter(when))) {
            return refuse(TAKEN_ON_BEFORE);
        }
        var taken = child.takenOn(when);
        return become(taken, taken.alert() == null ? ALERT_TAKEN_ON : ALERT_STAYS);
    }

    private static AlertLevel levelOf(Role role) {
        return switch (role) {
            case DISTRICT -> AlertLevel.DISTRICT;
            case STREET -> AlertLevel.STREET;
            default -> AlertLevel.STATION;
        };
    }

    /** What goes out with every change: an override that ran out, another tier, an alert that opened or is told anew. */
    private static Become<Child> accept(Child before, Child after, Rule rule) {
        Become<Child> decision = Decision.<Child>become(after, rule);
        var override = before.override();
        if (override != null && after.override() == null && !override.until().isAfter(after.known().asOf())) {
            decision = decision.emit(new TierOverrideExpired(after.id()));
        }
        if (after.tier() != null && after.tier() != before.tier()) {
            decision = decision.emit(new RiskTierChanged(after.id(), before.tier(), after.tier()));
        }
        var alert = after.alert();
        return alert != null && (before.alert() == null || before.alert().missed() && !alert.missed())
                ? decision.emit(new ProtectionAlertRaised(after.id(), alert.level(), alert.actBy()))
                : decision;
    }

    private static Known soon(Known known, Context context) {
        var day = context.date();
        var visitBy = WorkingDays.endOf(day.plusDays(context.policy().value(MinorsParameter.CONCERN_VISIT_DAYS)));
        return known.at(context.now()).toVisit(day, new Reason(context.time(), context.event(), visitBy));
    }

    /** The station has its hours from when it could first know; when they had passed by then, it lies with the street, which has. */
    private static Alarm alarm(Context context) {
        var hours = alertHours(context);
        var late = context.time().plus(hours).isBefore(context.received());
        return new Alarm(context.now(), late ? AlertLevel.STREET : AlertLevel.STATION, context.now().plus(hours));
    }

    private static Duration alertHours(Context context) {
        return Duration.ofHours(context.policy().value(MinorsParameter.ALERT_HOURS));
    }

    private static Cadence cadence(Context context) {
        var policy = context.policy();
        return new Cadence(policy.value(MinorsParameter.VISIT_DAYS_HIGH),
                policy.value(MinorsParameter.VISIT_DAYS_MEDIUM_HIGH),
                policy.value(MinorsParameter.VISIT_DAYS_MEDIUM_LOW), policy.value(MinorsParameter.VISIT_DAYS_LOW),
                policy.value(MinorsParameter.CONCERN_VISIT_DAYS));
    }
}
