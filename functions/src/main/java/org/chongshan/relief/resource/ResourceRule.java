package org.chongshan.relief.resource;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.relief.ReliefParameter;

/** The rules of a pledged resource. */
enum ResourceRule implements Rule {
    PLEDGED("What is pledged can be matched.", "seed: 街道、社区、慈善会、公益组织、爱心企业、志愿者"),
    PLEDGED_ONCE("A resource is pledged once.", BOOKKEEPING),
    RESOURCE_UNKNOWN("What concerns a pledge that is not there yet waits until it is.", BOOKKEEPING),
    MATCHED("A match binds a quantity to a household's need.", "seed: 资源链接"),
    MATCHED_ONCE("A match is made once.", BOOKKEEPING),
    DELIVER_FIRST(
            "A pledge has so many matches open at once as the policy gives; a further one waits until some are delivered.",
            "assumption: a record is read and written whole", ReliefParameter.OPEN_MATCHES_PER_PLEDGE),
    NEVER_MORE_THAN_PLEDGED("Never more is matched or withdrawn than is left.", BOOKKEEPING),
    DELIVERED("What is delivered has a receipt.", BOOKKEEPING),
    NOTHING_TO_DELIVER("Only a match that is outstanding is delivered.", BOOKKEEPING),
    WITHDRAWN("The giver may take back what is not matched.", BOOKKEEPING);

    private final Article article;

    ResourceRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
