package org.chongshan.local.fuzz;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The heap that is in use after everything was collected, every few seconds from now on: its high-water mark, and what is left
 * at the end. What a collection of its own accord leaves lying says more of the collector than of who uses the heap.
 */
final class HeapWatch implements AutoCloseable {
    /** Above what was there before, bytes. Everything that was accepted lies in memory too, with the embedded engines. */
    private static final long BOUND = 512L << 20;
    private static final long SECONDS = 2;

    private final long before = used();
    private final AtomicLong most = new AtomicLong(before);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    HeapWatch() {
        watch.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        most.accumulateAndGet(used(), Math::max);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    void isBounded() {
        look();
        assertThat(most.get() - before).as("heap in use after a collection, above what it was before")
                .isLessThan(BOUND);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    @Override
    public String toString() {
        return "heap after collection, MB: before %d, high water %d, at the end %d".formatted(before >> 20,
                most.get() >> 20, used() >> 20);
    }
}
