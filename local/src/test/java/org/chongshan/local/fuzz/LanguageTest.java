package org.chongshan.local.fuzz;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.chongshan.local.Bureau;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever does something wrong is told in the language they ask for; codes are the same in any. */
class LanguageTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Bureau bureau;

    @BeforeAll
    static void open() {
        bureau = Bureau.openAt("2023-03-02T04:00:00Z");
    }

    @AfterAll
    static void close() {
        bureau.close();
    }

    private record Told(String language, JsonNode problem) {
        String said() {
            return problem.path("title").stringValue() + ": " + problem.path("detail").stringValue();
        }
    }

    private static Told told(HttpRequest.Builder request, @Nullable String language, int status) throws Exception {
        if (language != null) {
            request.header("accept-language", language);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new Told(answer.headers().firstValue("content-language").orElse(""),
                Bureau.JSON.readTree(answer.body()));
    }

    private static HttpRequest.Builder to(String path, String role) throws Exception {
        return HttpRequest.newBuilder(URI.create(bureau.platform().url() + path)).header("authorization",
                "Bearer " + bureau.token(role, Bureau.STREET));
    }

    private static HttpRequest.Builder posting(String role, String body) throws Exception {
        return to("/v1/events", role).header("content-type", "application/cloudevents-batch+json")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void without_a_wish_and_in_a_language_there_is_not_it_is_english() throws Exception {
        for (var wish : new String[]{null, "en", "fr-CH, de;q=0.5", "zh;q=0, *", "zh;q=nonsense", ""}) {
            var told = told(to("/v1/households/none", "street"), wish, 404);
            assertThat(told.language()).as(wish).isEqualTo("en");
            assertThat(told.said()).isEqualTo("not found: There is nothing here for you.");
        }
    }

    @Test
    void whoever_asks_for_chinese_is_told_in_chinese() throws Exception {
        for (var wish : new String[]{"zh-CN", "zh", "zh-Hans-CN,zh;q=0.9,en;q=0.8", "fr, zh;q=0.1", "ZH-cn"}) {
            var told = told(to("/v1/households/none", "street"), wish, 404);
            assertThat(told.language()).as(wish).isEqualTo("zh-CN");
            assertThat(told.said()).isEqualTo("未找到: 此处没有您可以查阅的内容。");
            assertThat(told.problem().path("code").stringValue()).isEqualTo("not-found");
        }
    }

    @Test
    void what_the_front_door_refuses_is_said_in_the_language_too() throws Exception {
        var told = told(HttpRequest.newBuilder(URI.create(bureau.platform().url() + "/v1/households")), "zh", 401);
        assertThat(told.language()).isEqualTo("zh-CN");
        assertThat(told.said()).isEqualTo("未认证: 需要有效的令牌。");
    }

    @Test
    void what_is_wrong_with_a_parameter_is_said_with_what_there_is() throws Exception {
        assertThat(told(to("/v1/leads?status=lost", "street"), "zh", 400).said())
                .isEqualTo("参数错误: status 没有这个取值；可用的取值：closed, early, early-overdue, not-relieved, referred, "
                        + "relief-asked, relieved, reported。");
    }

    @Test
    void every_fault_of_every_event_of_a_batch_is_said_in_the_language() throws Exception {
        var body = "["
                + bureau.event(Bureau.newId(), "FundOpened",
                        "{\"fund\": \"320613001\", \"amountFen\": -1, \"floorFen\": 0, \"more\": 1}")
                + "," + bureau.event(Bureau.newId(), "HouseholdRegistered", """
                        {"household": "H-none", "members": [
                          {"member": "m", "name": "a", "identityNumber": "1", "relation": "CHILD"}]}""")
                        .replace("2023-03-02T04", "2099-03-02T04")
                + "]";
        var told = told(posting("district", body), "zh", 422);
        assertThat(told.said()).isEqualTo("全部未受理: 本批没有一个事件被受理。");
        assertThat(told.problem().path("results"))
                .extracting(result -> result.path("problem").path("detail").stringValue())
                .containsExactly("事件不符合其模式，或其内容不可能成立。", "事件时间晚于服务器时间，请按 serverTime 校准时钟。");
        assertThat(told.problem().path("results")).flatExtracting(result -> result.path("problem").path("errors")
                .valueStream()
                .map(fault -> fault.path("code").stringValue() + ": " + fault.path("detail").stringValue()).toList())
                .containsExactlyInAnyOrder("unknown-property: 此事件没有这个属性",
                        "out-of-range: 过长、过短、过大、过小，或不在模式列出的取值之内。（minimum 1）", "from-the-future: 最多晚于服务器时间 5 分钟",
                        "one-head: 应有且只有一名户主（HEAD）");
    }
}
