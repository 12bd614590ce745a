package org.chongshan.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.chongshan.events.json.EventCatalogue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes out to other departments says nothing of a person. */
class PublicEventsTest {
    /** Pseudonyms of persons and of what persons did: a link for whoever knows one. */
    private static final Set<String> OF_PERSONS = Set.of("household", "member", "person", "child", "elder", "couple",
            "couples", "party", "carer", "counsellor", "session", "application", "reliefCase", "claim", "payee",
            "decidedBy", "actor", "first", "bed", "visit", "call", "callback", "request");

    private static List<Class<? extends Event>> publicEvents() {
        return EventCatalogue.all().stream().filter(event -> event.isAnnotationPresent(Public.class))
                .<Class<? extends Event>>map(event -> event).toList();
    }

    /** The components of a record, and of all records in it. */
    private static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).flatMap(component -> Stream.concat(Stream.of(component),
                types(component.getGenericType()).filter(Class::isRecord).flatMap(PublicEventsTest::components)));
    }

    private static Stream<Class<?>> types(Type type) {
        return type instanceof ParameterizedType of
                ? Stream.concat(types(of.getRawType()),
                        Arrays.stream(of.getActualTypeArguments()).flatMap(PublicEventsTest::types))
                : Stream.of((Class<?>) type);
    }

    @Test
    void nothing_in_them_is_sealed_and_no_field_is_a_persons() {
        for (var event : publicEvents()) {
            assertThat(components(event)).as(event.getSimpleName()).isNotEmpty().allSatisfy(component -> {
                assertThat(types(component.getGenericType())).noneMatch(Sealable.class::isAssignableFrom);
                assertThat(component.isAnnotationPresent(Born.class)).isFalse();
                assertThat(isOfAPerson(event, component)).as(component.getName()).isFalse();
            });
        }
    }

    /** A call for proposals is nobody's telephone call. */
    private static boolean isOfAPerson(Class<?> event, RecordComponent component) {
        return OF_PERSONS.contains(component.getName())
                && !(component.getName().equals("call") && event.getName().contains(".organisations."));
    }

    @Test
    void functions_alone_emit_them_and_each_says_why_it_is_public() {
        assertThat(publicEvents()).hasSizeGreaterThan(4).allSatisfy(event -> {
            assertThat(event.isAnnotationPresent(PostedBy.class)).isFalse();
            assertThat(Sweep.class.isAssignableFrom(event)).isFalse();
            assertThat(event.getAnnotation(Public.class).value()).matches("\\p{Lu}.{20,}\\.");
        });
    }
}
