package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Utilities;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each rule of docs/import-format.md, broken once. */
class RefusalTests extends ImportTest {

    private static @Nullable TenantId untouched;

    /** One for all: whoever is refused leaves nothing, and each case would say if it did. */
    @BeforeEach
    @Override
    void provision() {
        if (untouched == null) {
            untouched = like(Utilities.SIEGVO);
        }
        tenant = untouched;
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvFileSource(
            resources = "refusals.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false)
    void a_broken_rule_is_refused_at_its_place(String file, String what, String by, String refusal) {
        var instead = by == null ? "" : by.replace("\\n", "\n");
        var report = load(aHousehold().replacing(file, what, instead));
        assertThat(report.accepted()).isFalse();
        assertThat(report.refusals()).extracting(Refusal::toString).anyMatch(line -> line.startsWith(refusal));
        assertThat(count("customer")).isZero();
        assertThat(count("ledger_entry")).isZero();
    }

    @Test
    void the_household_itself_obeys_every_rule() {
        tenant = like(Utilities.SIEGVO);
        var report = load(aHousehold());
        assertThat(report.refusals()).isEmpty();
        assertThat(report.accepted()).isTrue();
    }

    @Test
    void secrets_never_stand_in_a_report() {
        var report = load(aHousehold()
                .replacing("contrats.csv", "ABCD2345", "SECRETKEY0")
                .replacing("mandats.csv", "FR76 3000 6000 0112 3456 7890 189", "FR75162973000000000000000017"));
        assertThat(report.refusalCount()).isEqualTo(2);
        assertThat(report.text()).doesNotContain("SECRETKEY0").doesNotContain("FR75162973000000000000000017");
    }

    @Test
    void a_file_in_another_encoding_is_refused_where_it_cannot_be_read() {
        var latin = aHousehold().text("points_de_service.csv").replace("Gravelotte", "Fèves");
        var report = load(aHousehold().with("points_de_service.csv", latin.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(report.refusals().getFirst().toString())
                .startsWith("points_de_service.csv, ligne 2, colonne ville")
                .endsWith("le fichier n'est pas en UTF-8");
    }

    @Test
    void the_first_thousand_refusals_are_listed_and_the_rest_counted() {
        var files = aHousehold();
        var rows = new StringBuilder(files.text("titulaires.csv"));
        for (int i = 0; i < 1_500; i++) {
            rows.append("X").append(i).append(";robot;;;Nom;;;\n");
        }
        var report = load(files.with("titulaires.csv", rows.toString()));
        assertThat(report.refusals()).hasSize(1_000);
        assertThat(report.refusalCount()).isEqualTo(1_500);
        assertThat(report.text()).contains("1\u202f500 refus").endsWith("et 500 autres.\n");
    }
}
