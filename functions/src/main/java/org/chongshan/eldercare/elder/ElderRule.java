package org.chongshan.eldercare.elder;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of an old person's record. */
enum ElderRule implements Rule {
    REGISTERED("An old person comes onto the books with birthday, registration and residence.",
            "seed: 为具有崇川区户籍且长期居住在本行政区内60周岁及以上经济困难的失能和部分失能老年人"),
    REGISTERED_ONCE("An old person is registered once.", BOOKKEEPING),
    ELDER_UNKNOWN("What is said of somebody who is not registered yet waits until that is so.", BOOKKEEPING),
    BIRTHDAY_CORRECTED("Of birthdays the one stated last counts, for all times.", BOOKKEEPING),
    RESIDENCE_STATED("Where somebody is registered and lives counts as of when it was so.", "seed: 具有崇川区户籍且长期居住在本行政区内"),
    HOUSEHOLD_STATED("An elder's economy is that of the household the elder belongs to.",
            "assumption: relief recognises households"),
    TOO_MANY_HOUSEHOLDS("An elder's record knows 5 households.", PLATFORM),
    HARDSHIP_KNOWN(
            "Economic hardship is a category of relief's, from when it recognised the household to when it does not.",
            "seed: 经济困难; the categories are relief's"),
    ASSESSED("Ability is assessed by an assessor, in one of five grades, and holds for the months the policy gives.",
            "GB/T 42195-2022; the validity is an assumption: set locally", EldercareParameter.ASSESSMENT_VALID_MONTHS),
    ASSESSOR_REGISTERED_THEM("Whoever registered an elder does not assess them.",
            "assumption: the requester never approves"),
    REASSESSMENT_FALLS_DUE("An assessment that is too old counts no more, and that is stated.", SET_LOCALLY,
            EldercareParameter.ASSESSMENT_VALID_MONTHS),
    OLD_ENOUGH("Somebody is old enough as the birthday begins.", "seed: 60周岁及以上; Law on the Elderly art. 2",
            EldercareParameter.AGE_YEARS),
    LIVES_HERE_FOR_LONG("Somebody lives here for long after so many months.",
            "seed: 长期居住; the months are an assumption: set locally", EldercareParameter.LONG_TERM_RESIDENCE_MONTHS),
    ELIGIBLE(
            "Visited at home is whoever fulfils all five tests: registration, long residence, age, hardship, disability.",
            "seed: 具有崇川区户籍且长期居住在本行政区内60周岁及以上经济困难的失能和部分失能老年人", EldercareParameter.AGE_YEARS,
            EldercareParameter.LONG_TERM_RESIDENCE_MONTHS, EldercareParameter.DISABLED_FROM_GRADE),
    NEARLY_ELIGIBLE("Whoever fails a single test stands in the list of the nearly eligible, by which.",
            "assumption: so that nobody is overlooked"),
    NOT_ELIGIBLE("Whoever fails two tests or more is not eligible.", "seed: 具有崇川区户籍且长期居住在本行政区内60周岁及以上经济困难的失能和部分失能老年人"),
    SUSPENDED("Nobody is visited at home while in hospital.", "assumption: how the bureau works"),
    RESUMED("Whoever is back from hospital is visited again.", "assumption: how the bureau works"),
    DIED("With the day of death care ends.", "assumption: how the bureau works"),
    DEATH_RETRACTED("A death stated by mistake is taken back by the district, with grounds.", BOOKKEEPING),
    MONTH_REACHED("A month reaches everybody on the books on its first day.", "seed: 每月4次"),
    MONTH_REACHED_ONCE("A month reaches an elder once.", BOOKKEEPING),
    MONTH_ENTITLES(
            "Whoever is eligible as a month begins is entitled to its visits: one in each part of it. Whoever becomes so later is from the next month on.",
            "seed: 符合提供居家上门服务的对象按每月4次、每次不少于1小时; the parts are an assumption", EldercareParameter.MONTHLY_VISITS,
            EldercareParameter.VISIT_MINUTES),
    VISIT_COUNTS("A verified visit counts in the month it began in.", "seed: 每月4次"),
    VISIT_COUNTS_LATE("A visit verified after its month has closed still counts in that month.", BOOKKEEPING),
    VISIT_STRUCK("A visit that was struck counts no more.", BOOKKEEPING),
    VISIT_NOT_MADE("A visit that did not come about is the reason why one is missing.", BOOKKEEPING),
    VISIT_SAID_SINCE("Of all that is said of one visit the highest revision holds.", PLATFORM),
    TOO_MANY_VISITS("An elder's record knows 200 visits of 13 months.", PLATFORM),
    MONTH_FORGOTTEN("Visits are counted in the 13 months on record.", PLATFORM),
    MONTH_COMPLETE("A month in which every visit that is owed was made closes as it should.", "seed: 每月4次"),
    MONTH_SHORT("A month that closes short is stated, with a reason for each visit that is missing.", "seed: 每月4次",
            EldercareParameter.MONTH_CLOSE_DAYS),
    MONTH_OWES_NOTHING(
            "A part of the month that was spent in hospital owes no visit, nor one that death or a move cut off.",
            "assumption: a month in hospital is not missed"),
    MONTH_NOT_ENTITLED("A month closes without a word for whoever was not entitled.", BOOKKEEPING),
    MONTH_RESTATED("What is heard after a month has closed and changes what is missing in it is stated.", BOOKKEEPING),
    VISIT_ANSWERED(
            "An elder may be visited on a day by whose end all five tests hold, or in a month that owes visits; not when dead, nor when in hospital all day. A visit hears it when it asks and whenever that changes.",
            "seed: 具有崇川区户籍且长期居住在本行政区内60周岁及以上经济困难的失能和部分失能老年人"),
    BED_ANSWERED("A care bed hears how its elder stands, when it asks and whenever that changes.",
            "seed: 为…老年人建设家庭养老床位"),
    TOO_MANY_BEDS("An elder's record knows 10 care beds.", PLATFORM);

    private final Article article;

    ElderRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
