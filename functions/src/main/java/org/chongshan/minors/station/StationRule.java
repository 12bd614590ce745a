package org.chongshan.minors.station;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of the network of stations. */
enum StationRule implements Rule {
    OPENED("The network is one centre and a station in each subdistrict.", "seed: “1+16+N+N”"),
    OPENED_ONCE("A station opens once.", BOOKKEEPING),
    WRONG_STATION("A subdistrict's station bears the subdistrict's code; the centre is called centre.", BOOKKEEPING),
    STATION_UNKNOWN("Only an open station has staff and providers.", BOOKKEEPING),
    STAFFED("Whoever works at a station is known, by what they were last assigned to.", "seed: 街道未保站实现全覆盖"),
    ASSIGNED_SINCE("An assignment posted late stands at its own time: a later one counts.", BOOKKEEPING),
    PROVIDER_ENGAGED("Organisations work with the stations.", "seed: 引进各类组织20余家"),
    ENGAGED_ONCE("An organisation counts once.", BOOKKEEPING),
    NETWORK_FULL("A station knows 100 who work there and 200 organisations.", PLATFORM);

    private final Article article;

    StationRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
