package org.chongshan.core;

import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * One deployed function: a line of the topology.
 *
 * @param name      unique; also the Spring Cloud Function definition, the queue and the first part of aggregate keys
 * @param programme whose table it works on; null for functions of the whole bureau
 * @param trigger   what invokes it
 * @param memoryMb  Lambda memory, MB
 * @param seconds   Lambda time limit
 * @param serves    the collection it keeps; null unless a decider runs in it
 * @param schedule  when it begins what; null unless a schedule invokes it
 * @param alarming  events of which somebody on duty must hear when the function emits one
 */
public record FunctionSpec(String name, @Nullable Programme programme, Trigger trigger, int memoryMb, int seconds,
        @Nullable Collection<?, ?> serves, @Nullable Schedule schedule, Set<Class<? extends Event>> alarming) {

    /** A function that emits nothing anybody must be woken for. */
    public FunctionSpec(String name, @Nullable Programme programme, Trigger trigger, int memoryMb, int seconds,
            @Nullable Collection<?, ?> serves, @Nullable Schedule schedule) {
        this(name, programme, trigger, memoryMb, seconds, serves, schedule, Set.of());
    }

    /** Environment variable of the functions that seal or open: the KMS key their sealing keys are derived from. */
    public static final String SEALING_KEY = "CHONGSHAN_SEALING_KEY";

    /** A function that neither keeps a collection nor has a schedule of its own. */
    public FunctionSpec(String name, @Nullable Programme programme, Trigger trigger, int memoryMb, int seconds) {
        this(name, programme, trigger, memoryMb, seconds, null, null);
    }

    /** What invokes a function. */
    public enum Trigger {
        /** Its own FIFO queue. */
        QUEUE,
        /** Its own FIFO queue: goes through a list, page by page, and tells every aggregate in it. */
        SWEEP,
        /** The stream of its programme's table: new journal entries that emit. */
        STREAM,
        /** EventBridge Scheduler, each minute. */
        MINUTE,
        /** EventBridge Scheduler, by its own {@link Schedule}. */
        SCHEDULE,
        /** {@code POST /v1/events}. */
        POST,
        /** {@code GET} on the collections of its programme. */
        GET;

        /** Whether the function has a queue, and dead letters. */
        public boolean isQueued() {
            return this == QUEUE || this == SWEEP;
        }

        /** Whether the function seals or opens what is for readers alone; all others see sealed text only. */
        public boolean isSealing() {
            return this == POST || this == GET;
        }
    }

    /**
     * When a function runs by itself.
     *
     * @param cron    AWS's six fields, Asia/Shanghai: minute, hour, day of month, month, day of week, year
     * @param opening what it begins
     */
    public record Schedule(String cron, Opening opening) {
        /** What a scheduled invocation brings: {@code time}, the instant it was scheduled for. */
        public static String input(String time) {
            return "{\"time\":\"" + time + "\"}";
        }
    }

    /**
     * What a decider function keeps.
     *
     * @param path      plural, the first part of its URLs
     * @param decider   the class of the decider
     * @param readers   who may read it
     * @param seesNames of the readers, those who need names and numbers to do the work; all others see them masked
     */
    public record Collection<S extends Aggregate, E extends Event>(String path, Class<? extends Decider<S, E>> decider,
            Set<Role> readers, Set<Role> seesNames) {
        /** A new decider. */
        public Decider<S, E> newDecider() {
            try {
                var constructor = decider.getDeclaredConstructor();
                constructor.setAccessible(true);
                return constructor.newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a decider needs a constructor without parameters: " + decider, e);
            }
        }

        /** The class of its state. */
        @SuppressWarnings("unchecked")
        public Class<S> stateType() {
            return (Class<S>) typeArgument(0);
        }

        /** The event records it accepts, by name. */
        public List<Class<? extends Event>> accepts() {
            var found = new ArrayList<Class<? extends Event>>();
            collect(typeArgument(1), found);
            return found;
        }

        private Class<?> typeArgument(int index) {
            return Arrays.stream(decider.getGenericInterfaces()).filter(ParameterizedType.class::isInstance)
                    .map(ParameterizedType.class::cast).filter(type -> type.getRawType() == Decider.class)
                    .map(type -> (Class<?>) type.getActualTypeArguments()[index]).findFirst().orElseThrow();
        }

        private static void collect(Class<?> type, List<Class<? extends Event>> found) {
            if (type.isSealed()) {
                for (var sub : type.getPermittedSubclasses()) {
                    collect(sub, found);
                }
            } else {
                found.add(type.asSubclass(Event.class));
            }
        }
    }

    /** The same function, whose emitting this event raises an alarm. */
    public FunctionSpec alarmingOn(Class<? extends Event> event) {
        return new FunctionSpec(name, programme, trigger, memoryMb, seconds, serves, schedule, Set.of(event));
    }

    /** Name of its queue, before the environment's prefix. */
    public String queueName() {
        return name + ".fifo";
    }

    /** Name of its dead-letter queue, before the environment's prefix. */
    public String deadLetterName() {
        return name + "-dead.fifo";
    }

    /** Key of one of its aggregates: {@code <function>/<id>}. */
    public String key(String id) {
        return name + "/" + id;
    }
}
