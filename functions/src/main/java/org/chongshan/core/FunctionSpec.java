package org.chongshan.core;

import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chongshan.events.Event;
import org.chongshan.events.Heading;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.Worded;

/** One deployed function: a line of the topology. Its kind says what invokes it. */
public sealed interface FunctionSpec {
    /** Environment variable of the functions that seal or open: the KMS key their sealing keys are derived from. */
    String SEALING_KEY = "CHONGSHAN_SEALING_KEY";
    /** Lambda memory of what people wait for or what handles batches, MB. */
    int AMPLE_MB = 1024;
    /** Lambda memory of what runs by itself, MB. */
    int MODEST_MB = 512;

    /** Unique; also the Spring Cloud Function definition, the queue and the first part of aggregate keys. */
    String name();

    /** Lambda memory, MB. */
    default int memoryMb() {
        return AMPLE_MB;
    }

    /** Lambda time limit, seconds. */
    int seconds();

    /** Events of which somebody on duty must hear when the function emits one. */
    default List<Class<? extends Event>> alarming() {
        return List.of();
    }

    /** A function of one programme, which works on that programme's table. */
    sealed interface OfProgramme extends FunctionSpec {
        /** The programme. */
        Programme programme();
    }

    /** A function with a FIFO queue of its own, and dead letters. */
    sealed interface Queued extends OfProgramme {
        /** How often a message is handed out before it goes to the dead letters. */
        int MOST_RECEIVES = 5;

        /** Name of its queue, before the environment's prefix. */
        default String queueName() {
            return name() + ".fifo";
        }

        /** Name of its dead-letter queue, before the environment's prefix. */
        default String deadLetterName() {
            return name() + "-dead.fifo";
        }

        /** Key of one of its aggregates. */
        default Key key(String id) {
            return new Key(name(), id);
        }
    }

    /** A function that EventBridge Scheduler calls, by a cron of its own. */
    sealed interface ByCron extends OfProgramme {
        /** AWS's six fields, Asia/Shanghai: minute, hour, day of month, month, day of week, year. */
        String cron();
    }

    /** A function that seals or opens what is for readers alone; all others see sealed text only. */
    sealed interface Sealing extends FunctionSpec {}

    /** {@code POST /v1/events}, for the whole bureau. */
    record Ingest(String name) implements Sealing {
        @Override
        public int seconds() {
            return 15;
        }
    }

    /** {@code GET} on the collections of its programme. */
    record Query(Programme programme) implements OfProgramme, Sealing {
        @Override
        public String name() {
            return programme.key() + "-query";
        }

        /** A file takes its time; the gateway waits for 30 seconds (API Gateway Developer Guide, "Quotas"). */
        @Override
        public int seconds() {
            return 28;
        }
    }

    /**
     * {@code POST} of a search in a published standard: by the identity number of one person, on one collection of its
     * programme, for other departments that read none of it.
     *
     * @param name      also what others call it by
     * @param index     name of the collection that is the index
     * @param finder    what the index leads to
     * @param searched  name of the collection that is searched
     * @param rendering a record as it is told of; empty of one that nobody is told of
     * @param roles     who may ask
     */
    record RegistrySearch<I extends Aggregate, S extends Aggregate>(Programme programme, String name, String index,
            Finder<I> finder, String searched, Rendering<S> rendering,
            Set<Role> roles) implements OfProgramme, Sealing {

        /** Where it is asked. */
        public static final String PATH = "/registry/sync/search";

        @Override
        public int seconds() {
            return 15;
        }
    }

    /** The stream of its programme's table: journal entries that emit. */
    record Relay(Programme programme) implements OfProgramme {
        @Override
        public String name() {
            return programme.key() + "-relay";
        }

        @Override
        public int seconds() {
            return 60;
        }
    }

    /** EventBridge Scheduler, each minute: tells every aggregate whose deadline has passed. */
    record Clock(Programme programme) implements OfProgramme {
        @Override
        public String name() {
            return programme.key() + "-clock";
        }

        @Override
        public int memoryMb() {
            return MODEST_MB;
        }

        @Override
        public int seconds() {
            return 55;
        }
    }

    /** Its own queue: goes through a list, page by page, and tells every aggregate in it. */
    record Sweep(Programme programme) implements Queued {
        @Override
        public String name() {
            return programme.key() + "-sweep";
        }

        @Override
        public int seconds() {
            return 60;
        }
    }

    /** Its own queue: hands public events over to other departments. */
    record Outbound(Programme programme) implements Queued {
        /** Environment variable: the name of the bus. */
        public static final String BUS = "CHONGSHAN_BUS";

        @Override
        public String name() {
            return "outbound";
        }

        @Override
        public int memoryMb() {
            return MODEST_MB;
        }

        @Override
        public int seconds() {
            return 30;
        }
    }

    /**
     * EventBridge Scheduler, by its own cron: begins something in each subdistrict.
     *
     * @param opening what it begins
     */
    record Schedule(Programme programme, String name, String cron, Opening opening) implements ByCron {
        @Override
        public int memoryMb() {
            return MODEST_MB;
        }

        @Override
        public int seconds() {
            return 60;
        }

        /** What a scheduled invocation brings: {@code time}, the instant it was scheduled for. */
        public static String input(String time) {
            return "{\"time\":\"" + time + "\"}";
        }
    }

    /**
     * EventBridge Scheduler, each morning: counts what stands in the lists of its programme that are told
     * ({@link InDigest}), for the digest of each subdistrict.
     */
    record Digest(Programme programme) implements ByCron {
        /** Days within which what expires is told. An assumption. */
        public static final int EXPIRING_DAYS = 30;

        /** Who reads digests: whoever works in a subdistrict or for the district, whatever the programme. */
        public static final Set<Role> READERS = Set.of(Role.STREET, Role.DISTRICT);

        @Override
        public String name() {
            return programme.key() + "-digest";
        }

        /** Before offices open. An assumption. */
        @Override
        public String cron() {
            return "0 7 * * ? *";
        }

        @Override
        public int memoryMb() {
            return MODEST_MB;
        }

        @Override
        public int seconds() {
            return 300;
        }
    }

    /**
     * Its own queue: a decider and the collection it keeps.
     *
     * @param path      plural, the first part of its URLs
     * @param decider   the class of the decider
     * @param readers   who may read it
     * @param seesNames of the readers, those who need names and numbers to do the work; all others see them masked
     * @param confiding roles of those who read what confides in them by name ({@link Aggregate#confidants()}), and nothing else
     * @param alarming  events of which somebody on duty must hear when the function emits one
     * @param crossings events it takes from other subdistricts too
     * @param renderings published standards its lists are read in too
     * @param sheets     tables made of its records
     */
    record Collection<S extends Aggregate, E extends Event>(Programme programme, String name, String path,
            Class<? extends Decider<S, E>> decider, Set<Role> readers, Set<Role> seesNames, Set<Role> confiding,
            List<Class<? extends Event>> alarming, Map<Class<? extends Event>, Crossing> crossings,
            List<Rendering<S>> renderings, List<Sheet<S>> sheets) implements Queued {

        /** Officers of stations, subdistricts and the district work with names. */
        private static final Set<Role> OFFICERS = Set.of(Role.STATION, Role.STREET, Role.DISTRICT);

        /** A collection read by these roles; of them, officers see names. */
        public static <S extends Aggregate, E extends Event> Collection<S, E> of(Programme programme, String name,
                String path, Class<? extends Decider<S, E>> decider, Role... readers) {
            return new Collection<>(programme, name, path, decider, Set.of(readers),
                    Set.copyOf(Arrays.stream(readers).filter(OFFICERS::contains).toList()), Set.of(), List.of(),
                    Map.of(), List.of(), List.of());
        }

        /** The same, whose emitting one of these events raises an alarm. */
        @SafeVarargs
        public final Collection<S, E> alarmingOn(Class<? extends Event>... events) {
            return new Collection<>(programme, name, path, decider, readers, seesNames, confiding, List.of(events),
                    crossings, renderings, sheets);
        }

        /** The same, whose readers of these roles see names too. */
        public Collection<S, E> showingNamesTo(Role... roles) {
            var all = new java.util.HashSet<>(seesNames);
            all.addAll(Set.of(roles));
            return new Collection<>(programme, name, path, decider, readers, Set.copyOf(all), confiding, alarming,
                    crossings, renderings, sheets);
        }

        /** The same, whose records are read by those of them too who have one of these roles. */
        public Collection<S, E> confidingIn(Role... roles) {
            return new Collection<>(programme, name, path, decider, readers, seesNames, Set.of(roles), alarming,
                    crossings, renderings, sheets);
        }

        /** Whether somebody reads a record of it as one it confides in. */
        public boolean confides(Aggregate record, Role role, String subject) {
            return confiding.contains(role) && Actors.isAmong(subject, record.confidants());
        }

        /** The same, which takes this event from causes of other subdistricts too. */
        public Collection<S, E> takingFromAnywhere(Class<? extends Event> event, String reason) {
            return crossedBy(event, new Crossing(reason, false));
        }

        /** The same, which takes this event from other subdistricts too, where it is posted by one the record confides in. */
        public Collection<S, E> takingFromConfidants(Class<? extends Event> event, String reason) {
            return crossedBy(event, new Crossing(reason, true));
        }

        private Collection<S, E> crossedBy(Class<? extends Event> event, Crossing crossing) {
            var all = new java.util.HashMap<>(crossings);
            all.put(event, crossing);
            return new Collection<>(programme, name, path, decider, readers, seesNames, confiding, alarming,
                    Map.copyOf(all), renderings, sheets);
        }

        /** The same, whose lists are read in this standard too. */
        public Collection<S, E> readAs(Rendering<S> rendering) {
            var all = new ArrayList<>(renderings);
            all.add(rendering);
            return new Collection<>(programme, name, path, decider, readers, seesNames, confiding, alarming, crossings,
                    List.copyOf(all), sheets);
        }

        /** The same, whose records are read as this table too. */
        public Collection<S, E> readAs(Sheet<S> sheet) {
            var all = new ArrayList<>(sheets);
            all.add(sheet);
            return new Collection<>(programme, name, path, decider, readers, seesNames, confiding, alarming, crossings,
                    renderings, List.copyOf(all));
        }

        /** Whether it takes an event of another subdistrict's about this record. */
        public boolean isCrossedBy(Class<?> event, String actor, Aggregate record) {
            var crossing = crossings.get(event);
            return crossing != null && (!crossing.confidantsAlone() || Actors.isAmong(actor, record.confidants()));
        }

        /**
         * Why an event passes the border of a subdistrict.
         *
         * @param confidantsAlone whether it does so from the hand of those alone whom the record confides in
         */
        public record Crossing(String reason, boolean confidantsAlone) {}

        @Override
        public int memoryMb() {
            return MODEST_MB;
        }

        @Override
        public int seconds() {
            return 30;
        }

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

        /** Every status an aggregate of it may have. */
        public List<Status> statuses() {
            return nested(Status.class);
        }

        /** Whether its lists by status are in the order of ids: its records say nothing else that orders them. */
        public boolean isOrderedById() {
            try {
                return stateType().getMethod("rank").getDeclaringClass() == Aggregate.class;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every aggregate has a rank", e);
            }
        }

        /** Its further lists. */
        public List<Listing> lists() {
            return nested(Listing.class);
        }

        /** Of its statuses and further lists those that are told in the morning's digest, each with its heading. */
        public Map<Worded, Heading> inDigest() {
            var told = new LinkedHashMap<Worded, Heading>();
            Stream.<Worded>concat(statuses().stream(), lists().stream())
                    .forEach(one -> heading((Enum<?>) one).ifPresent(heading -> told.put(one, heading)));
            return told;
        }

        private static Optional<Heading> heading(Enum<?> constant) {
            try {
                return Optional
                        .ofNullable(
                                constant.getDeclaringClass().getField(constant.name()).getAnnotation(InDigest.class))
                        .map(InDigest::value);
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("every constant is a field of its enum", e);
            }
        }

        /** What its aggregates may wait for. */
        public List<Deadline> deadlines() {
            return nested(Deadline.class);
        }

        /** The constants of the enum nested in the state's record that is of this kind. */
        private <T> List<T> nested(Class<T> kind) {
            return Arrays.stream(stateType().getDeclaredClasses())
                    .filter(type -> type.isEnum() && kind.isAssignableFrom(type))
                    .flatMap(type -> Arrays.stream(type.getEnumConstants())).map(kind::cast).toList();
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
}
