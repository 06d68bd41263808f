package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a register may stand below the one before. */
class ImportedReadingsTests extends ImportTest {

    @Test
    void a_meter_may_turn_over_be_replaced_or_be_estimated_too_high() {
        load(aHousehold());
        var report = load(aHousehold().with("compteurs.csv", """
                        numero_serie;roues;point_de_service;pose_le;index_pose;depose_le;index_depose
                        M1;4;P1;2020-01-01;0;2026-03-01;160
                        M2;4;P1;2026-03-01;0;;
                        M3;4;P2;2020-01-01;0;2025-01-01;500
                        M3;4;P2;2025-01-01;3;;
                        """).with("releves.csv", """
                        compteur;date;index;source;qualite
                        M2;2026-04-30;9990;agent;reel
                        M2;2026-06-30;12;agent;reel
                        M2;2026-07-31;50;exploitant;estime
                        M2;2026-08-31;40;agent;reel
                        M3;2024-12-31;499;agent;reel
                        M3;2025-06-30;20;agent;reel
                        """));
        assertThat(report.refusals()).isEmpty();
    }

    @Test
    void a_reading_slipped_in_before_a_known_one_must_not_exceed_it() {
        load(aHousehold().replacing("releves.csv", "abonné", "agent"));
        var report = load(
                aHousehold().with("releves.csv", "compteur;date;index;source;qualite\nM1;2025-09-30;160;agent;reel\n"));
        assertThat(report.refusals().getFirst().toString())
                .isEqualTo("releves.csv, ligne 2, colonne index, « 160 » :"
                        + " l'index est supérieur au suivant, 150,5\u00a0m³ (31/12/2025)");
    }

    @Test
    void what_the_utility_reads_wins_over_what_a_subscriber_sent() {
        load(aHousehold());
        var lower = load(
                aHousehold().with("releves.csv", "compteur;date;index;source;qualite\nM1;2026-01-05;140;agent;reel\n"));
        assertThat(lower.refusals()).isEmpty();
        var before = load(
                aHousehold().with("releves.csv", "compteur;date;index;source;qualite\nM1;2025-12-30;138;agent;reel\n"));
        assertThat(before.refusals()).isEmpty();
        var subscriber = load(aHousehold()
                .with("releves.csv", "compteur;date;index;source;qualite\nM1;2026-01-06;120;abonne;reel\n"));
        assertThat(subscriber.refusals().getFirst().reason()).contains("140\u00a0m³ (05/01/2026)");
        var tooHigh = load(
                aHousehold().with("releves.csv", "compteur;date;index;source;qualite\nM1;2025-12-30;145;agent;reel\n"));
        assertThat(tooHigh.refusalCount()).isOne();
    }
}
