package org.chongshan.local.fuzz;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;

import static org.assertj.core.api.Assertions.assertThat;

/** The heap that is still in use after each collection, from now on: its high-water mark, and what is left at the end. */
final class HeapWatch {
    /** Above what was there before, bytes. Everything that was accepted lies in memory too, with the embedded engines. */
    private static final long BOUND = 512L << 20;

    private final long before = used();
    private final AtomicLong most = new AtomicLong(before);

    HeapWatch() {
        ManagementFactory.getGarbageCollectorMXBeans().forEach(
                collector -> ((NotificationEmitter) collector).addNotificationListener((notification, handback) -> {
                    var after = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                            .getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                            .filter(pool -> !pool.getKey().contains("Metaspace") && !pool.getKey().contains("Code")
                                    && !pool.getKey().contains("Class"))
                            .mapToLong(pool -> pool.getValue().getUsed()).sum();
                    most.accumulateAndGet(after, Math::max);
                }, null, null));
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    void isBounded() {
        assertThat(most.get() - before).as("heap in use after a collection, above what it was before")
                .isLessThan(BOUND);
    }

    @Override
    public String toString() {
        return "heap after collection, MB: before %d, high water %d, at the end %d".formatted(before >> 20,
                most.get() >> 20, used() >> 20);
    }
}
