package fr.ondine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.testing.services.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTests {

    @TempDir
    Path folder;

    @Test
    void is_known_by_what_the_system_and_by_what_postgresql_says() {
        var system = new UncheckedIOException(new IOException("x.zip: No space left on device"));
        var postgres = new IllegalStateException(new SQLException("could not extend file", "53100"));

        assertThat(FullDisk.isNamedBy(system)).isTrue();
        assertThat(FullDisk.isNamedBy(postgres)).isTrue();
        assertThat(FullDisk.isNamedBy(new IOException("Permission denied"))).isFalse();
        assertThat(FullDisk.isNamedBy(new SQLException("too many connections", "53300")))
                .isFalse();
        assertThat(FullDisk.stopped(new IOException("Permission denied"), folder))
                .isFalse();
    }

    @Tag("long")
    @Test
    @EnabledOnOs(OS.LINUX)
    void ends_a_start_in_one_sentence() throws Exception {
        assertThat(startWith("redis/redis.conf")).contains("make room under").doesNotContain("\tat ", "did not start");
    }

    @Tag("long")
    @Test
    @EnabledOnOs(OS.LINUX)
    void ends_a_start_in_one_sentence_while_the_data_are_loaded_too() throws Exception {
        assertThat(startWith("imports/siegvo.zip"))
                .contains("make room under")
                .doesNotContain("\tat ", "did not start");
    }

    /** What is printed when that file does not fit on the disk any more. */
    private String startWith(String file) throws Exception {
        var tooMuch = folder.resolve("state").resolve(file);
        Files.createDirectories(tooMuch.getParent());
        Files.createSymbolicLink(tooMuch, Path.of("/dev/full"));
        var refused = DemoProcess.start(folder.resolve("state"), FreePorts.one());
        assertThat(refused.process().waitFor()).isEqualTo(1);
        return refused.output();
    }
}
