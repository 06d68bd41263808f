package fr.ondine.platform.fleet;

import static fr.ondine.platform.fleet.TransferScene.ANNE;
import static fr.ondine.platform.fleet.TransferScene.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.AnotherPlatform;
import fr.ondine.testing.PlatformTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The process that takes in a utility dies: nobody sees anything of it, and the next attempt succeeds. */
@PlatformTest
class ImportKilledTests {

    @Autowired
    Fleet fleet;

    @Autowired
    UtilityExport exports;

    @Autowired
    Imports imports;

    @Autowired
    OndineDatabase database;

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

    @Tag("long")
    @Test
    void after_the_commit_the_utility_is_there_with_all_of_its_documents() throws Exception {
        assertThat(DyingImport.diesAt(DyingImport.AFTER_COMMIT, file)).isTrue();

        assertThat(AnotherPlatform.bean(FleetDirectory.class).get(scene.slug()).state())
                .isEqualTo(UtilityState.READY);
        assertThatThrownBy(this::importAgain).hasMessageContaining("slug-taken");
        assertThatAllIsThere();
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"documents", "posting", "user_account", DyingImport.BEFORE_COMMIT})
    void before_it_nothing_is_left_that_is_seen_and_it_can_be_done_again(String step) throws Exception {
        assertThatItCanBeDoneAgain(step);
    }

    private void assertThatItCanBeDoneAgain(String step) throws Exception {
        assertThat(DyingImport.diesAt(step, file)).isTrue();

        assertThat(AnotherPlatform.bean(FleetDirectory.class).find(scene.slug()))
                .isEmpty();
        assertThat(AnotherPlatform.bean(Tenants.class).byHost(scene.slug() + ".localhost"))
                .isEmpty();
        assertThat(importAgain().documents()).isPositive();
        assertThatAllIsThere();
        assertThat(Files.exists(Path.of(AnotherPlatform.DOCUMENTS, scene.slug() + ".arriving")))
                .isFalse();
    }

    private ImportReport importAgain() {
        return AnotherPlatform.bean(UtilityImport.class)
                .run(new ImportOrder(file, PASSPHRASE, "", List.of(), false, ANNE), TransferProgress.SILENT);
    }

    private void assertThatAllIsThere() throws IOException {
        assertThat(TransferScene.rows(AnotherPlatform.bean(OndineDatabase.class), scene.slug()))
                .isEqualTo(TransferScene.rows(database, scene.slug()));
        assertThat(TransferScene.files(AnotherPlatform.DOCUMENTS, scene.slug()))
                .isEqualTo(TransferScene.files("target/documents", scene.slug()))
                .isNotEmpty();
    }
}
