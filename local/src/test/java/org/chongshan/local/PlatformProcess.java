package org.chongshan.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The platform as a process of its own on a folder, to be killed and started again. */
public final class PlatformProcess implements AutoCloseable {
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private Process process;

    /** Started; when this returns, it is healthy. */
    public PlatformProcess(Path folder) throws IOException {
        this.folder = folder;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        process = launch();
        awaitHealthy();
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** SIGKILL, and started again on the same folder. */
    public void killAndRestart() throws Exception {
        kill();
        restart();
        awaitHealthy();
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        assertThat(process.isAlive()).as("it runs until it is killed").isTrue();
        process.destroyForcibly().waitFor();
    }

    /** Started again on the same folder; it may not answer yet. */
    public void restart() throws IOException {
        process = launch();
    }

    public void awaitHealthy() {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().failFast("it stays up", () -> !process.isAlive())
                .until(() -> http
                        .send(HttpRequest.newBuilder(URI.create(url() + "/healthz")).build(), BodyHandlers.ofString())
                        .statusCode() == 200);
    }

    private Process launch() throws IOException {
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "org.chongshan.local.Main", "--port", Integer.toString(port), "--data", folder.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolveSibling("platform.log").toFile()));
        builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
        return builder.start();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor()).as("stops cleanly when told to").isIn(0, 143);
    }
}
