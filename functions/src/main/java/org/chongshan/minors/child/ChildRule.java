package org.chongshan.minors.child;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.minors.MinorsParameter;

/** The rules of a child in the four-colour library. */
enum ChildRule implements Rule {
    CASE_OPENED("A child in the library is visited soon and assessed.", "seed: 困境儿童“四色管理”",
            MinorsParameter.CONCERN_VISIT_DAYS),
    OPENED_ONCE("A child comes into the library once.", BOOKKEEPING),
    CHILD_UNKNOWN(
            "A worry is heard about any child; what else is said of one waits for its case, and help is sought for a "
                    + "child in the library alone.",
            BOOKKEEPING),
    JOINT_VISIT(
            "A visit by both stations together sets the day of the next, by the tier of that moment; a higher tier since, "
                    + "and a worry since, bring it forward.",
            "seed: 双站融合、一对一走访", MinorsParameter.VISIT_DAYS_HIGH, MinorsParameter.VISIT_DAYS_MEDIUM_HIGH,
            MinorsParameter.VISIT_DAYS_MEDIUM_LOW, MinorsParameter.VISIT_DAYS_LOW),
    VISIT_BY_ONE("A visit by one station alone is recorded and does not meet the cadence.", "seed: 双站融合"),
    OLDER_VISIT("A visit posted late counts at its own time: it has not seen to what came after it.", BOOKKEEPING),
    VISIT_OVERDUE("A child both stations have not visited in time is stated.", "seed: 四色管理"),
    GRAVE_GUARDIANSHIP("Grave risk of the guardianship: high.", SET_LOCALLY),
    TWO_GRAVE("Grave risk on two axes: high.", SET_LOCALLY),
    ONE_GRAVE("Grave risk on one axis other than the guardianship: medium-high.", SET_LOCALLY),
    TWO_SOME("Some risk on two axes or more: medium-high.", SET_LOCALLY),
    ONE_SOME("Some risk on one axis: medium-low.", SET_LOCALLY),
    NO_RISK("No risk on any axis: low.", SET_LOCALLY),
    OLDER_ASSESSMENT(
            "An assessment older than the one that counts stands at its own time; the tier now is that of the later one.",
            BOOKKEEPING),
    ASSESSED_UNDER_OVERRIDE("While the district's override holds, an assessment is kept and does not move the tier.",
            SET_LOCALLY),
    OVERRIDDEN("The district may put a child in another tier, with grounds, for a time.", SET_LOCALLY,
            MinorsParameter.OVERRIDE_MOST_DAYS),
    OVERRIDE_TOO_LONG("An override ends after its day and within the days the policy gives.", SET_LOCALLY,
            MinorsParameter.OVERRIDE_MOST_DAYS),
    OLDER_OVERRIDE("Of two overrides the later counts; one posted late stands at its own time.", SET_LOCALLY),
    OVERRIDE_IS_OVER("An override posted when its last day is over is recorded and changes nothing now.", SET_LOCALLY),
    OVERRIDE_ENDS("When an override runs out the axes decide again.", SET_LOCALLY),
    CONCERN_HEARD("A worry brings the next joint visit forward.", "law: Law on the Protection of Minors art. 11",
            MinorsParameter.CONCERN_VISIT_DAYS),
    ALERT_RAISED(
            "Harm, or high risk, is an alert at once, or joins the open one: the station acts within hours of when it could "
                    + "know; what was posted later than that lies with the street.",
            "law: Law on the Protection of Minors art. 11", MinorsParameter.ALERT_HOURS),
    HARM_SEEN_HERE(
            "Harm to a child that is at home elsewhere is an alert at the child's station and where it was seen.",
            "law: Law on the Protection of Minors art. 11", MinorsParameter.ALERT_HOURS),
    ALERT_GOES_UP("An alert nobody takes on goes from station to street to district; each has its hours from then on.",
            SET_LOCALLY, MinorsParameter.ALERT_HOURS),
    ALERT_LEFT_OPEN("An alert the district has not taken on either stays open, and is stated.", SET_LOCALLY,
            MinorsParameter.ALERT_HOURS),
    ALERT_TAKEN_ON("Whoever an alert lies with, or stands above, takes it on.", SET_LOCALLY),
    ALERT_STAYS("What became known after somebody took an alert on stays an alert.", SET_LOCALLY),
    TAKEN_ON_BEFORE("Nobody takes on what was not known yet.", SET_LOCALLY),
    NO_ALERT("Only an open alert is taken on.", BOOKKEEPING),
    ALERT_LIES_HIGHER("An alert that went up is not taken on below.", SET_LOCALLY),
    HELP_SOUGHT("Professional help is sought from whoever can give it.", "seed: 链接心理治疗师、心理测量、辅导机构"),
    GUARDIAN_CONSENTS("Help needs the consent of the guardian or of whoever stands in for one.",
            "law: Personal Information Protection Law art. 31"),
    TOO_MUCH_HELP("A child's record holds 40 interventions; ended ones make room, open ones do not.", PLATFORM),
    HELP_SOUGHT_ONCE("An intervention is linked once.", BOOKKEEPING),
    HELP_ANSWERED("What whoever was asked answers stands with the child, the last answer by its own time.",
            "seed: 部门协同、社会参与"),
    HELP_ENDED("Help ends with its grounds.", BOOKKEEPING),
    NO_SUCH_HELP("Only help that was sought is answered or ended.", BOOKKEEPING);

    private final Article article;

    ChildRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
