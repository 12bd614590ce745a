package org.chongshan.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the platform on one machine until it is told to stop. */
@Command(name = "chongshan", mixinStandardHelpOptions = true, version = "Chongshan 1.0.0", description = "Runs the platform on this machine until Ctrl-C.")
public final class Main implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", description = "Port on 127.0.0.1 (default ${DEFAULT-VALUE}).")
    private int port;
    @Option(names = "--data", defaultValue = ".data", description = "Folder everything is kept in (default ${DEFAULT-VALUE}).")
    private Path data = Path.of(".data");
    @Option(names = "--in-memory", description = "Keep nothing.")
    private boolean inMemory;
    @Option(names = "--key", description = "File with the key personal data is sealed with, made at the first start (default sealing.key in the data folder; with --in-memory none).")
    private @Nullable Path key;
    @Option(names = "--endpoint", description = "An AWS-compatible endpoint in place of the embedded engines.")
    private @Nullable URI endpoint;
    @Option(names = "--prefix", defaultValue = "chongshan-", description = "Stands before every table and queue name (default ${DEFAULT-VALUE}).")
    private String prefix = "chongshan-";
    @Option(names = "--issuer", description = "An OIDC issuer in place of the development one; needs --keys.")
    private @Nullable String issuer;
    @Option(names = "--keys", description = "URL of the issuer's key set (JWKS).")
    private @Nullable URI keys;

    @Option(names = "--at", description = "The clock stands at this time, such as 2023-05-20T10:00:00+08:00, until it is moved: curl -X PUT -d 2023-05-21T10:00:00+08:00 HOST/clock. With the development issuer alone.")
    private @Nullable OffsetDateTime at;

    /** See {@code --help}. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        var provider = issuer == null || keys == null ? null : new Platform.Issuer(issuer, keys);
        var folder = inMemory || endpoint != null ? null : data;
        var keyFile = key != null ? key : inMemory ? null : data.resolve(Platform.KEY_FILE);
        if (at != null && provider != null) {
            System.err.println("clock-of-all: --at is for the development issuer alone");
            return 2;
        }
        var clock = at == null ? InstantSource.system() : new MovedClock(at.toInstant());
        var stopped = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        try (var platform = new Platform(new Platform.Options(port, folder, endpoint, prefix, provider, clock,
                at == null ? Duration.ofMinutes(1) : null, 30, keyFile))) {
            System.out.printf("Chongshan answers at %s%n", platform.url());
            System.out.printf("Data: %s%n",
                    endpoint != null ? endpoint : folder == null ? "in memory" : folder.toAbsolutePath().normalize());
            if (provider == null) {
                System.out.printf("A token: curl '%s/token?role=street&subdistrict=320613001&sub=street-17'%n",
                        platform.url());
            }
            if (at != null) {
                System.out.printf("It is %s: curl -X PUT -d 2023-05-21T10:00:00+08:00 %s/clock%n", at, platform.url());
            }
            System.out.println("Ctrl-C stops it.");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopped.countDown();
                try {
                    // Not the thread itself: it ends in System.exit, which waits for this hook.
                    if (!closed.await(20, TimeUnit.SECONDS)) {
                        System.err.println("It does not stop by itself and is ended.");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            stopped.await();
        } catch (IllegalStateException e) {
            System.err.println("Chongshan does not start: " + e.getMessage());
            return 1;
        }
        System.out.println("Stopped; nothing is lost.");
        closed.countDown();
        return 0;
    }
}
