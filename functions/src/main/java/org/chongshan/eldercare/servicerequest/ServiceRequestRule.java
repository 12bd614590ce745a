package org.chongshan.eldercare.servicerequest;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of a request for a service. */
enum ServiceRequestRule implements Rule {
    WRITTEN_DOWN("What a seat or an officer writes down is accepted thereby, and dispatched in time.",
            "law: State Council Office 2020 no. 53, closed loop; assumption: set locally",
            EldercareParameter.REQUEST_DISPATCH_HOURS, EldercareParameter.EMERGENCY_STEP_MINUTES),
    ASKED_AT_A_MACHINE("What a kiosk or an app takes is accepted in time by somebody who reads it.",
            "seed: 机子上分设服务预约、活动报名等9个模块; assumption: set locally", EldercareParameter.REQUEST_ACCEPTANCE_HOURS,
            EldercareParameter.EMERGENCY_STEP_MINUTES),
    CHANNEL_IS_THE_SENDERS("A seat, a kiosk or an app asks by its own channel, an office as staff.", BOOKKEEPING),
    ASKED_ONCE("A request is made once.", BOOKKEEPING),
    REQUEST_UNKNOWN("What happens to a request waits until it is made.", BOOKKEEPING),
    VISIT_BOOKED("An emergency of an elder whose home is known is a home visit, booked at once.",
            "seed: 提供24小时全天候服务; assumption: set locally", EldercareParameter.EMERGENCY_ARRIVAL_MINUTES),
    NOWHERE_TO_GO("An emergency that does not say whose and where is stated at once.", SET_LOCALLY),
    TAKEN("The step is done; the next is due in its time.",
            "law: State Council Office 2020 no. 53, closed loop; assumption: set locally",
            EldercareParameter.REQUEST_DISPATCH_HOURS, EldercareParameter.REQUEST_HANDLING_WORKING_DAYS,
            EldercareParameter.EMERGENCY_HANDLING_HOURS, EldercareParameter.REQUEST_ANSWER_WORKING_DAYS,
            EldercareParameter.REQUEST_FOLLOW_UP_WORKING_DAYS, EldercareParameter.REQUEST_RATING_DAYS),
    GIVEN_BACK("Whoever it was dispatched to gives it back with grounds; it is dispatched again.",
            "law: State Council Office 2025 opinion on 12345, dispatch objections",
            EldercareParameter.REQUEST_DISPATCH_HOURS),
    GIVEN_BACK_TOO_OFTEN("After it was given back so often, whoever it is dispatched to keeps it.", SET_LOCALLY,
            EldercareParameter.REQUEST_RETURNS),
    NOT_DISPATCHED_TO_THEM("Nobody gives back or handles what was dispatched to another.", BOOKKEEPING),
    OUT_OF_TURN("A step before its turn is kept, and counts once what comes before it is heard.", BOOKKEEPING),
    OPENED_AGAIN("What the follow-up finds unsolved is opened again and dispatched anew.",
            "law: State Council Office 2020 no. 53, closed loop; assumption: set locally",
            EldercareParameter.REQUEST_DISPATCH_HOURS),
    HANDLER_DOES_NOT_FOLLOW_UP("Who handled it does not ask whether it helped.",
            "assumption: whoever gains never confirms"),
    RATED("A rating ends the loop.", "law: State Council Office 2020 no. 53, closed loop"),
    NOT_RATED("What is solved and not rated in its days ends without a rating.", SET_LOCALLY,
            EldercareParameter.REQUEST_RATING_DAYS),
    WITHDRAWN("A request that is withdrawn ends.", BOOKKEEPING),
    TOO_MANY_STEPS("A request knows 60 steps.", PLATFORM),
    STEP_OVERDUE("A step that is not done in time is stated and listed.", SET_LOCALLY,
            EldercareParameter.REQUEST_ACCEPTANCE_HOURS, EldercareParameter.REQUEST_DISPATCH_HOURS,
            EldercareParameter.REQUEST_HANDLING_WORKING_DAYS, EldercareParameter.REQUEST_ANSWER_WORKING_DAYS,
            EldercareParameter.REQUEST_FOLLOW_UP_WORKING_DAYS),
    HARDSHIP_HEARD("Hardship that is heard is relief's lead at once, with the household and what struck it alone.",
            "seed: 早发现; law: Social Assistance Law art. 39"),
    HARM_HEARD("Harm to a child that is heard reaches its station at once, with what was said of it alone.",
            "law: Minors Protection Law art. 11");

    private final Article article;

    ServiceRequestRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
