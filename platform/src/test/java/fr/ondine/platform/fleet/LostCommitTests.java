package fr.ondine.platform.fleet;

import static fr.ondine.platform.fleet.TransferScene.ANNE;
import static fr.ondine.platform.fleet.TransferScene.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.migrations.MigrationFailed;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.AroundCommit.Event;
import fr.ondine.platform.imports.Imports;
import fr.ondine.testing.AnotherPlatform;
import fr.ondine.testing.PlatformTest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The way to the database breaks at the commit: documents stay with a utility that is here, and go with one that is not. */
@PlatformTest
class LostCommitTests {

    private static final AroundCommit SERVER = new AroundCommit(AnotherPlatform.properties()::get);

    @Autowired
    Fleet fleet;

    @Autowired
    UtilityExport exports;

    @Autowired
    Imports imports;

    @TempDir
    Path folder;

    TransferScene scene;
    Path file;

    @BeforeEach
    void an_export() {
        scene = TransferScene.prepare(fleet, imports);
        file = folder.resolve("export.zip");
        exports.run(scene.slug(), file, PASSPHRASE, ANNE, TransferProgress.SILENT);
    }

    @Test
    void a_utility_that_was_committed_keeps_its_documents() throws IOException {
        assertThatImportFails(Event.NOTHING, this::lose);

        assertThatItIsThereWithItsDocuments();
        assertThat(mark()).doesNotExist();
    }

    @Tag("long")
    @Test
    void it_keeps_them_also_when_nobody_can_ask_whether_it_was() throws IOException {
        assertThatImportFails(Event.NOTHING, connection -> {
            SERVER.goAway();
            lose(connection);
        });

        assertThatItIsThereWithItsDocuments();
        assertThat(mark()).exists();
    }

    @Test
    void one_that_was_not_committed_leaves_nothing_and_can_come_again() throws IOException {
        assertThatImportFails(this::lose, Event.NOTHING);

        assertThat(AnotherPlatform.bean(FleetDirectory.class).find(scene.slug()))
                .isEmpty();
        assertThat(Path.of(AnotherPlatform.DOCUMENTS, scene.slug())).doesNotExist();
        assertThat(mark()).doesNotExist();
        AnotherPlatform.bean(UtilityImport.class).run(order(), TransferProgress.SILENT);
        assertThatItIsThereWithItsDocuments();
    }

    private void assertThatImportFails(Event before, Event after) {
        assertThatThrownBy(() -> SERVER.happens(before, after).run(order(), AnotherPlatform::bean))
                .isInstanceOf(MigrationFailed.class);
    }

    private void assertThatItIsThereWithItsDocuments() throws IOException {
        assertThat(AnotherPlatform.bean(FleetDirectory.class).get(scene.slug()).state())
                .isEqualTo(UtilityState.READY);
        assertThat(TransferScene.files(AnotherPlatform.DOCUMENTS, scene.slug()))
                .isEqualTo(TransferScene.files("target/documents", scene.slug()))
                .isNotEmpty();
    }

    private void lose(Connection connection) throws SQLException {
        connection.close();
        throw new SQLException("the answer was lost");
    }

    private ImportOrder order() {
        return new ImportOrder(file, PASSPHRASE, "", List.of(), false, ANNE);
    }

    private Path mark() {
        return Path.of(AnotherPlatform.DOCUMENTS, scene.slug() + ".arriving");
    }
}
