package org.chongshan.events.json;

import org.chongshan.events.Event;
import org.chongshan.events.Formerly;
import org.chongshan.events.treasury.PaymentEvent.PaymentReceiptRecorded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventCatalogueTest {
    @Test
    void an_event_is_found_by_its_type_and_by_those_it_had_before() {
        assertThat(EventCatalogue.find("org.chongshan.treasury.PaymentReceiptRecorded"))
                .contains(PaymentReceiptRecorded.class);
        assertThat(EventCatalogue.find("org.chongshan.relief.PaymentReceiptRecorded"))
                .contains(PaymentReceiptRecorded.class);
        assertThat(EventCatalogue.find("org.chongshan.relief.NeverWas")).isEmpty();
    }

    @Test
    void what_was_the_type_of_one_event_is_not_that_of_another_now() {
        var now = EventCatalogue.all().stream().map(Event::typeOf).toList();
        assertThat(EventCatalogue.all().stream().filter(event -> event.isAnnotationPresent(Formerly.class))
                .flatMap(event -> java.util.Arrays.stream(event.getAnnotation(Formerly.class).value()))).isNotEmpty()
                .doesNotHaveDuplicates().doesNotContainAnyElementsOf(now);
    }
}
