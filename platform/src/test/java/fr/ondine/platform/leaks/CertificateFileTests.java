package fr.ondine.platform.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateFileTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 20);

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, application/pdf, attestation-20A.pdf",
        "ffd8ffe0, image/jpeg, attestation-20A.jpg",
        "89504e470d0a1a0a00, image/png, attestation-20A.png",
        "000000186674797068656963, image/heic, attestation-20A.heic",
        "000000186674797068656978, image/heic, attestation-20A.heic",
        "00000018667479706d696631, image/heif, attestation-20A.heif"
    })
    void a_photograph_or_a_pdf_is_told_by_its_content_and_named_by_us(String start, String type, String name) {
        var document = new CertificateFile(HexFormat.of().parseHex(start)).document("20/A ");

        assertThat(document.mediaType()).isEqualTo(type);
        assertThat(document.fileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "MZ", "", "%PD"})
    void what_is_neither_is_refused(String content) {
        assertThatThrownBy(() -> new CertificateFile(content.getBytes(StandardCharsets.US_ASCII)).document("20"))
                .isInstanceOfSatisfying(
                        LeakRefused.class, type -> assertThat(type.code()).isEqualTo("leaks.file-type"));
    }

    @Test
    void ten_megabytes_are_taken_and_a_byte_more_is_not() {
        var most = new byte[CertificateFile.MOST_BYTES];
        System.arraycopy("%PDF-".getBytes(StandardCharsets.US_ASCII), 0, most, 0, 5);
        assertThat(new CertificateFile(most).document("20").bytes()).hasSize(10 << 20);

        assertThatThrownBy(() -> new CertificateFile(Arrays.copyOf(most, most.length + 1)).document("20"))
                .isInstanceOfSatisfying(
                        LeakRefused.class, large -> assertThat(large.code()).isEqualTo("leaks.file-too-large"));
    }

    /** R2224-20-1: where the leak was, and on which day it was repaired. */
    @Test
    void a_repair_has_a_place_and_a_day_that_was() {
        assertThat(new CertifiedRepair("Sous la terrasse", TODAY).checked(TODAY))
                .isEqualTo(TODAY);
        assertThatThrownBy(() -> new CertifiedRepair(" ", TODAY).checked(TODAY))
                .isInstanceOfSatisfying(
                        LeakRefused.class, place -> assertThat(place.code()).isEqualTo("leaks.place-missing"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "2026-07-21")
    void a_repair_to_come_is_none(LocalDate day) {
        assertThatThrownBy(() -> new CertifiedRepair("Sous la terrasse", day).checked(TODAY))
                .isInstanceOfSatisfying(
                        LeakRefused.class, future -> assertThat(future.code()).isEqualTo("leaks.repaired-in-future"));
    }
}
