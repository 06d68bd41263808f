package fr.ondine.platform.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.testing.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is taken for a certificate, from subscribers and on paper. */
@PlatformTest
class LeakCertificateTests extends LeakScene {

    @Tag("long")
    @Test
    void a_file_that_does_harm_or_that_nobody_could_look_at_is_not_taken() {
        billed(200);
        FileScan away = content -> {
            throw new ScanFailed("clamd does not answer");
        };

        for (var scanner : Map.of(
                        "leaks.file-infected",
                        (FileScan) content -> FileScan.Verdict.INFECTED,
                        "leaks.file-scan-away",
                        away)
                .entrySet()) {
            var guarded = new Leaks(
                    reader,
                    store,
                    new Certificates(scanner.getValue(), documents, storage),
                    agreements,
                    clock("2026-07-20"));
            assertThatThrownBy(() -> stay.in(() -> {
                        guarded.certify(person, id(), REPAIR, PHOTO);
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            LeakRefused.class, file -> assertThat(file.code()).isEqualTo(scanner.getKey()));
        }
        assertThat(file().certificate()).isEmpty();
    }

    @Tag("long")
    @Test
    void a_paper_certificate_comes_after_the_repair_and_not_in_the_future() {
        billed(200);

        for (var day : List.of(LocalDate.of(2026, 7, 9), LocalDate.of(2026, 8, 4))) {
            assertThatThrownBy(() -> enter(day))
                    .isInstanceOfSatisfying(
                            LeakRefused.class,
                            impossible -> assertThat(impossible.code()).isEqualTo("leaks.received-impossible"));
        }
        enter(LocalDate.of(2026, 8, 1));
        assertThat(file().isCertifiedLate()).isFalse();
    }

    @Tag("long")
    @Test
    void a_page_that_is_no_picture_is_not_taken() {
        billed(200);

        assertThatThrownBy(() -> stay.in(() -> {
                    leaks("2026-07-20")
                            .certify(
                                    person,
                                    id(),
                                    REPAIR,
                                    new CertificateFile("<html>".getBytes(StandardCharsets.UTF_8)));
                    return true;
                }))
                .isInstanceOfSatisfying(
                        LeakRefused.class, type -> assertThat(type.code()).isEqualTo("leaks.file-type"));
    }
}
