package fr.ondine.platform.leaks;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
            var guarded = leaks("2026-07-20", new Certificates(scanner.getValue(), documents, storage));
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

    @Test
    void a_better_certificate_makes_one_that_came_in_time_no_later_and_its_file_goes() {
        billed(200);
        certify("2026-08-01");
        var first = file().certificate().flatMap(Certificate::document).orElseThrow();
        certify("2026-08-20");

        assertThat(file().isCertifiedLate()).isFalse();
        assertThat(file().certificate().orElseThrow().receivedOn()).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThatThrownBy(() -> stay.in(() -> documents.content(first))).isInstanceOf(RuntimeException.class);
        grant("2026-08-21", false, "215.05");
    }

    @Test
    void a_certificate_that_came_too_late_stays_late_whatever_comes_after() {
        billed(200);
        certify("2026-08-02");
        certify("2026-08-03");

        assertThat(file().isCertifiedLate()).isTrue();
    }

    @Test
    void the_file_of_a_certificate_stays_where_the_better_one_does_not_arrive() {
        billed(200);
        certify("2026-08-01");
        var first = file().certificate().flatMap(Certificate::document).orElseThrow();

        assertThatThrownBy(() -> stay.in(() -> {
                    leaks("2026-08-02").certify(person, id(), REPAIR, PHOTO);
                    throw new IllegalStateException("the server stops");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stay.in(() -> documents.content(first)).bytes()).isEqualTo(PHOTO.content());
    }

    @Test
    void what_came_on_paper_is_told_of_after_an_upload_too() {
        billed(200);
        enter(LocalDate.of(2026, 8, 1));
        stay.in(() -> {
            leaks("2026-08-04").certify(person, id(), new CertifiedRepair("Au garage", READ), PHOTO);
            return person;
        });

        assertThat(file().certificate().orElseThrow().receivedOn()).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(stay.in(() -> reader.events(id())))
                .filteredOn(event -> event.what() == LeakEvent.What.CERTIFIED)
                .extracting(LeakEvent::detail)
                .containsExactly("Sous la terrasse", "Au garage");
    }

    @Test
    void nobody_waits_in_a_transaction_for_the_scanner() {
        billed(200);
        var file = stay.in(this::id);
        FileScan slow = content -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            return FileScan.Verdict.CLEAN;
        };

        TenantContext.runAs(
                SIEGVO,
                () -> leaks("2026-07-20", new Certificates(slow, documents, storage))
                        .certify(person, file, REPAIR, PHOTO));

        assertThat(file().certificate().orElseThrow().scan()).isEqualTo(Scan.CLEAN);
    }

    @Test
    void a_certificate_that_is_sent_on_the_last_evening_is_in_time_however_long_the_scanner_takes() {
        billed(200);
        var file = stay.in(this::id);
        var zone = ZoneId.of("Europe/Paris");
        var now = new AtomicReference<>(
                LocalDate.of(2026, 8, 1).atTime(23, 59, 50).atZone(zone));
        FileScan slow = content -> {
            now.set(now.get().plusSeconds(20));
            return FileScan.Verdict.CLEAN;
        };
        var moving = new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return Clock.fixed(instant(), other);
            }

            @Override
            public Instant instant() {
                return now.get().toInstant();
            }
        };

        TenantContext.runAs(
                SIEGVO,
                () -> new Leaks(
                                reader,
                                store,
                                new Certificates(slow, documents, storage),
                                agreements,
                                limits,
                                transaction,
                                moving)
                        .certify(person, file, REPAIR, PHOTO));

        assertThat(file().certificate().orElseThrow().receivedOn()).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(file().isCertifiedLate()).isFalse();
    }

    @Test
    void a_paper_that_came_in_time_counts_though_a_picture_was_sent_too_late() {
        billed(200);
        certify("2026-08-02");
        assertThat(file().isCertifiedLate()).isTrue();
        var picture = file().certificate().flatMap(Certificate::document).orElseThrow();

        enter(LocalDate.of(2026, 7, 30));

        assertThat(file().isCertifiedLate()).isFalse();
        assertThat(file().certificate().flatMap(Certificate::document)).contains(picture);
        assertThat(stay.in(() -> documents.content(picture)).bytes()).isEqualTo(PHOTO.content());
        stay.in(() -> {
            desk("2026-08-03").check(BERNARD, file());
            return true;
        });
        assertThatThrownBy(() -> enter(LocalDate.of(2026, 7, 29)))
                .as("found right")
                .isInstanceOf(LeakRefused.class);
        grant("2026-08-03", false, "215.05");
    }

    @Test
    void one_person_sends_so_many_files_a_day() {
        billed(200);
        for (var sent = 0; sent < 20; sent++) {
            certify("2026-07-20");
        }

        assertThatThrownBy(() -> certify("2026-07-20"))
                .isInstanceOfSatisfying(
                        LeakRefused.class, many -> assertThat(many.code()).isEqualTo("leaks.file-too-many"));
    }
}
