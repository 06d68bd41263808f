package fr.ondine.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedFilesTests {

    @TempDir
    private Path folder;

    @Test
    void what_this_process_works_on_is_kept() throws Exception {
        var files = new OwnedFiles(folder);
        var mine = files.create();

        files.deleteLeftovers();

        assertThat(mine).exists();
        assertThat(Files.getPosixFilePermissions(mine)).hasSize(2);
    }

    @Test
    void what_a_process_left_is_deleted_also_when_another_has_its_number_now() throws Exception {
        var died = new ProcessBuilder("true").start();
        died.waitFor();
        var left = Files.createFile(folder.resolve("ondine-import-" + died.pid() + "-1700000000000-7.zip"));
        var self = ProcessHandle.current().pid();
        var same = Files.createFile(folder.resolve("ondine-import-" + self + "-1700000000000-7.zip"));

        new OwnedFiles(folder).deleteLeftovers();

        assertThat(left).doesNotExist();
        assertThat(same).doesNotExist();
    }

    @Test
    void nothing_else_that_lies_there_is_touched() throws Exception {
        var other = Files.createFile(folder.resolve("ondine-import-of-mine.zip"));

        new OwnedFiles(folder).deleteLeftovers();

        assertThat(other).exists();
    }
}
