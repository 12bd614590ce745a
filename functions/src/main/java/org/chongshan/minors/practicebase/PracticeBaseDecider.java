package org.chongshan.minors.practicebase;

import java.util.TreeMap;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.minors.PracticeBaseEvent;
import org.chongshan.events.minors.PracticeBaseEvent.CourseAdmitted;
import org.chongshan.events.minors.PracticeBaseEvent.CourseEvaluated;
import org.chongshan.events.minors.PracticeBaseEvent.CourseProposed;
import org.chongshan.events.minors.PracticeBaseEvent.CourseRetired;
import org.chongshan.events.minors.PracticeBaseEvent.HonourGranted;
import org.chongshan.events.minors.PracticeBaseEvent.PracticeBaseAccredited;
import org.chongshan.minors.MinorsParameter;
import org.chongshan.minors.practicebase.PracticeBase.Course;
import org.chongshan.minors.practicebase.PracticeBase.Stage;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.minors.practicebase.PracticeBaseRule.*;

/** Practice bases (践习基地), their honours, and the courses they bring to the library after evaluation. */
public record PracticeBaseDecider() implements Decider<PracticeBase, PracticeBaseEvent> {
    @Override
    public String idOf(PracticeBaseEvent event) {
        return event.base();
    }

    @Override
    public Decision<PracticeBase> begin(String id, PracticeBaseEvent event, Context context) {
        return event instanceof PracticeBaseAccredited accredited
                ? become(new PracticeBase(id, context.subdistrict(), accredited.category(), accredited.name(),
                        new TreeMap<>(), new TreeMap<>()), ACCREDITED)
                : early(BASE_UNKNOWN);
    }

    @Override
    public Decision<PracticeBase> decide(PracticeBase base, PracticeBaseEvent event, Context context) {
        return switch (event) {
            case PracticeBaseAccredited _ -> refuse(ACCREDITED_ONCE);
            case HonourGranted granted when base.honours().containsKey(granted.honour()) -> refuse(HONOURED_ONCE);
            case HonourGranted _ when base.honours().size() >= PracticeBase.MOST_HONOURS -> refuse(BASE_FULL);
            case HonourGranted granted -> become(base.honoured(granted.honour(), granted.rank()), HONOURED);
            case CourseProposed proposed when base.courses().containsKey(proposed.course()) -> refuse(PROPOSED_ONCE);
            case CourseProposed _ when base.courses().size() >= PracticeBase.MOST_COURSES -> refuse(BASE_FULL);
            case CourseProposed proposed -> become(
                    base.course(proposed.course(),
                            new Course(proposed.courseClass(), proposed.title(), Stage.PROPOSED, null)),
                    COURSE_PROPOSED);
            case CourseEvaluated evaluated -> evaluate(base, evaluated, context);
            case CourseAdmitted admitted -> admit(base, admitted.course(), context);
            case CourseRetired retired -> {
                var course = base.courses().get(retired.course());
                yield course == null || course.stage() != Stage.ADMITTED
                        ? refuse(NO_SUCH_COURSE)
                        : become(base.course(retired.course(), course.at(Stage.RETIRED)), COURSE_RETIRED);
            }
        };
    }

    private static Decision<PracticeBase> evaluate(PracticeBase base, CourseEvaluated evaluated, Context context) {
        var course = base.courses().get(evaluated.course());
        if (course == null || course.stage() == Stage.ADMITTED || course.stage() == Stage.RETIRED) {
            return refuse(NO_SUCH_COURSE);
        }
        var points = context.fact(evaluated.points());
        return become(base.course(evaluated.course(), course.evaluated(points)),
                points.isOlderThan(course.points()) ? EVALUATED_SINCE : COURSE_EVALUATED);
    }

    private static Decision<PracticeBase> admit(PracticeBase base, String id, Context context) {
        var course = base.courses().get(id);
        if (course == null || course.stage() == Stage.ADMITTED || course.stage() == Stage.RETIRED) {
            return refuse(NO_SUCH_COURSE);
        }
        var points = course.points();
        return points != null && context.policy().reaches(MinorsParameter.COURSE_POINTS, points.value(), 1)
                ? become(base.course(id, course.at(Stage.ADMITTED)), ADMITTED_AFTER_EVALUATION)
                : refuse(NOT_PASSED);
    }
}
