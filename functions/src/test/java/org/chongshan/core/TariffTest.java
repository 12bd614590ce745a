package org.chongshan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.chongshan.core.Policy.Bound;
import org.chongshan.core.Tariff.Item;
import org.chongshan.events.eldercare.Qualification;
import org.chongshan.shell.ReferenceData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TariffTest {
    private static final LocalDate MARCH = LocalDate.parse("2023-03-01");

    private static Item item(String name, long priceFen, String from, @Nullable String until) {
        return new Item(name, "x", "x", "", priceFen, LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until), "assumption: test");
    }

    @Test
    void a_price_holds_from_its_first_day_until_another_does() {
        var tariff = new Tariff(List.of(item("a", 200, "2023-03-16", null), item("a", 100, "2023-03-01", null)));
        assertThat(tariff.find("a", LocalDate.parse("2023-02-28"))).isEmpty();
        assertThat(tariff.find("a", MARCH)).map(Item::priceFen).hasValue(100L);
        assertThat(tariff.find("a", LocalDate.parse("2023-03-15"))).map(Item::priceFen).hasValue(100L);
        assertThat(tariff.find("a", LocalDate.parse("2023-03-16"))).map(Item::priceFen).hasValue(200L);
        assertThat(tariff.find("b", MARCH)).isEmpty();
        assertThat(Tariff.NONE.on(MARCH)).isEmpty();
    }

    @Test
    void an_item_is_gone_after_its_last_day_whatever_it_was_before() {
        var tariff = new Tariff(
                List.of(item("a", 100, "2023-01-01", null), item("a", 200, "2023-03-01", "2023-03-15")));
        assertThat(tariff.find("a", LocalDate.parse("2023-03-15"))).map(Item::priceFen).hasValue(200L);
        assertThat(tariff.find("a", LocalDate.parse("2023-03-16"))).isEmpty();
        assertThat(tariff.on(MARCH)).hasSize(1);
    }

    @Test
    void a_new_price_and_an_item_that_is_gone_are_new_editions_of_the_policy() {
        var entry = new Policy.Entry("x.y", 1, "x", Bound.NONE, LocalDate.parse("2023-01-01"), "x");
        var policy = new Policy(List.of(entry),
                new Tariff(List.of(item("a", 100, "2023-01-01", null), item("a", 200, "2023-03-01", "2023-03-15"))));
        assertThat(policy.editions()).extracting(edition -> edition.version().substring(0, 10))
                .containsExactly("2023-01-01", "2023-03-01", "2023-03-16");
        assertThat(policy.editions()).extracting(Policy.Edition::version).extracting(version -> version.split("[+]")[1])
                .doesNotHaveDuplicates();
        assertThat(policy.at(Instant.parse("2023-03-20T00:00:00Z")).entries()).containsKey("x.y");
        assertThat(new Policy(List.of(entry)).editions()).hasSize(1);
    }

    @Test
    void the_catalogue_of_home_care_has_33_items_in_4_categories() {
        var catalogue = ReferenceData.policy().at(Instant.parse("2023-01-05T00:00:00Z")).tariff()
                .on(LocalDate.parse("2023-01-05"));
        assertThat(catalogue).hasSize(33).allMatch(item -> item.priceFen() > 0 && !item.title().isBlank())
                .allMatch(item -> item.source().contains("assumption"));
        assertThat(catalogue.stream().map(Item::group).collect(Collectors.toSet())).containsExactlyInAnyOrder(
                "daily-living", "rehabilitation-nursing", "emergency-rescue", "emotional-support");
        assertThat(java.util.Arrays.stream(Qualification.values()).map(Enum::name))
                .containsAll(catalogue.stream().map(Item::requires).filter(required -> !required.isEmpty()).toList());
        assertThat(catalogue).extracting(Item::title).contains("血压测量", "理发", "修剪指甲").doesNotHaveDuplicates();
    }
}
