package org.chongshan.local.deployed;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

import org.chongshan.bureau.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two clean builds of one commit by the same JDK, in two folders and at two times, give the same bytes. A whole second build:
 * run when asked for.
 */
@EnabledIfSystemProperty(named = "reproducible", matches = "true")
class ReproducibleBuildTest {
    /** What is no source. */
    private static final Set<String> LEFT = Set.of("target", ".git", ".data", "cdk.out");

    @TempDir
    private Path folder;

    @Test
    void the_zips_are_the_same_from_a_build_elsewhere() throws Exception {
        var copy = folder.resolve("elsewhere");
        copy(Path.of("..").toRealPath(), copy);
        var output = folder.resolve("build.log");
        var builder = new ProcessBuilder("./mvnw", "--batch-mode", "--quiet", "package", "-DskipTests", "-pl",
                "functions", "-am").directory(copy.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        // Two JDKs compress differently: the same one runs Maven.
        builder.environment().put("JAVA_HOME", System.getProperty("build.java.home"));
        var build = builder.start();
        assertThat(build.waitFor()).as(() -> printed(output)).isZero();
        var zip = LambdaRuntime.zip().getFirst();
        for (var archive : List.of(Topology.INGEST.archive(), Topology.REFERENCE.archive())) {
            assertThat(copy.resolve("functions/target").resolve(archive))
                    .hasSameBinaryContentAs(zip.resolveSibling(archive));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (LEFT.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !LEFT.contains(file.getFileName().toString())) {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String printed(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "nothing was printed: " + e;
        }
    }
}
