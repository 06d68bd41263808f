package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.ClaimKeyDesk;
import fr.ondine.platform.documents.StorageFull;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Utilities;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImportTests extends ImportTest {

    @Autowired
    ClaimKeyDesk keys;

    @Autowired
    Vault vault;

    @Autowired
    OndineDatabase ondine;

    @Autowired
    Tenants tenants;

    @Test
    void the_same_file_twice_changes_nothing() {
        load(aHousehold());
        var before = fingerprint();
        var again = load(aHousehold());
        assertThat(again.accepted()).isTrue();
        assertThat(again.counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void a_changed_row_is_updated_and_nothing_else_is() {
        load(aHousehold());
        var report = load(aHousehold()
                .replacing("titulaires.csv", "jeanne.petit@courriel.example", "jeanne@courriel.example")
                .replacing("releves.csv", "150,5", "151"));
        assertThat(report.counts())
                .filteredOn(count -> count.changed() > 0)
                .extracting(FileCount::file, FileCount::changed)
                .containsExactly(tuple("titulaires.csv", 1L), tuple("releves.csv", 1L));
        assertThat(one(String.class, "select email from customer")).isEqualTo("jeanne@courriel.example");
        assertThat(one(Long.class, "select max(register_value) from reading")).isEqualTo(151_000);
    }

    @Test
    void a_utility_that_has_used_all_its_room_is_told_before_anything_is_read() {
        load(aHousehold());
        ondine.limit(tenant.slug(), 100, 2, 5000, 1, "test");
        tenants.refresh();

        assertThatThrownBy(() -> load(aHousehold().replacing("releves.csv", "150,5", "151")))
                .isInstanceOf(StorageFull.class);
        assertThat(one(Long.class, "select max(register_value) from reading")).isEqualTo(150_500);
    }

    @Test
    void one_refusal_undoes_the_whole_file_set() {
        load(aHousehold());
        var before = fingerprint();
        var report = load(aHousehold()
                .replacing("titulaires.csv", "Petit;", "Grand;")
                .adding("paiements.csv", "R2;99 0000 001;2026-000009;carte;1;2026-01-01;;"));
        assertThat(report.refusalCount()).isOne();
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void commas_points_french_dates_and_a_byte_order_mark_mean_the_same() {
        load(aHousehold());
        var files = aHousehold()
                .with(
                        "releves.csv",
                        "\uFEFFdate,qualite,source,index,compteur\r\n31/12/2025,reel,ABONNE,\"150,500\",M1\r\n")
                .with(
                        "paiements.csv",
                        "reference,contrat,facture,mode,montant,date\nR1,990000001,2026000001,Cheque,50.00,2026-02-01\n");
        var report = load(files);
        assertThat(report.refusals()).isEmpty();
        assertThat(report.counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);
    }

    @Test
    void an_absent_file_or_row_deletes_nothing() {
        load(aHousehold());
        var report = load(new FileSet(Map.of())
                .with("releves.csv", "compteur;date;index;source;qualite\nM1;2026-06-30;180;agent;reel\n"));
        assertThat(report.refusals()).isEmpty();
        assertThat(count("reading")).isEqualTo(3);
        assertThat(count("agreement")).isEqualTo(2);
    }

    @Test
    void an_issued_invoice_that_differs_is_refused() {
        load(aHousehold());
        assertThat(load(aHousehold().replacing("factures.csv", "12/02/2026", "13/02/2026"))
                        .text())
                .contains("factures.csv, ligne 2, colonne numero", "déjà été émise avec un autre contenu");
        assertThat(load(aHousehold().replacing("lignes_facture.csv", "001;2;assainissement", "001;2;autre"))
                        .text())
                .contains("déjà été émise avec un autre contenu");
    }

    @Test
    void an_invoice_under_a_former_number_belongs_to_the_agreement_of_today() {
        load(aHousehold());
        assertThat(one(
                        String.class,
                        "select i.agreement_number || ' ' || a.number from invoice i join agreement a on a.id = i.agreement_id"
                                + " where i.number = '2023000001'"))
                .isEqualTo("880000001 990000001");
    }

    @Test
    void a_renumbered_agreement_keeps_everything_it_has() {
        load(aHousehold());
        var id = one(String.class, "select id::text from agreement where number = '990000001'");
        var report = load(
                new FileSet(Map.of())
                        .with(
                                "anciens_numeros.csv",
                                "ancien_numero;contrat;remplace_le\n99 0000 001;77 0000 001;2026-06-01\n")
                        .with(
                                "contrats.csv",
                                "numero;titulaire;point_de_service;service;mode_paiement;debut\n"
                                        + "77 0000 001;T1;P1;eau;prelevement;2020-01-01\n")
                        .with(
                                "paiements.csv",
                                "reference;contrat;facture;mode;montant;date\nR1;77 0000 001;2026-000001;cheque;50;2026-02-01\n"));
        assertThat(report.refusals()).isEmpty();
        assertThat(one(String.class, "select id::text from agreement where number = '770000001'"))
                .isEqualTo(id);
        assertThat(count("agreement")).isEqualTo(2);
        assertThat(one(String.class, "select string_agg(number, ' ' order by number) from agreement_alias"))
                .isEqualTo("880000001 990000001");
    }

    @Test
    void claim_keys_and_ibans_are_sealed() {
        load(aHousehold());
        var key = one(byte[].class, "select claim_key from agreement where number = '990000001'");
        var iban = one(byte[].class, "select iban from mandate");
        assertThat(TenantContext.callAs(tenant, () -> vault.decrypt(key))).isEqualTo("ABCD2345");
        assertThat(TenantContext.callAs(tenant, () -> vault.decrypt(iban))).isEqualTo("FR7630006000011234567890189");
        assertThat(one(String.class, "select iban_masked from mandate")).isEqualTo("FR76 •••• •••• 0189");
    }

    @Test
    void a_claim_key_left_out_stays_and_a_new_one_replaces_it() {
        load(aHousehold());
        load(aHousehold().replacing("contrats.csv", "ABCD2345", ""));
        assertThat(claimKey()).isEqualTo("ABCD2345");
        load(aHousehold().replacing("contrats.csv", "ABCD2345", "bcde-3456"));
        assertThat(claimKey()).isEqualTo("BCDE3456");
    }

    @Test
    void a_contract_that_comes_without_a_claim_key_gets_one_that_stays() {
        var keyless = aHousehold().replacing("contrats.csv", "ABCD2345", "");
        load(keyless);
        var drawn = claimKey();

        assertThat(drawn).matches("[2-9A-HJ-NP-Z]{8}");
        assertThat(load(keyless).refusals()).isEmpty();
        assertThat(claimKey()).isEqualTo(drawn);
        assertThat(one(Long.class, "select count(distinct claim_key_mac) from agreement"))
                .as("each has another one")
                .isEqualTo(count("agreement"));
        load(aHousehold());
        assertThat(claimKey()).as("the utility's own goes before").isEqualTo("ABCD2345");
    }

    @Test
    void a_claim_key_that_staff_took_back_comes_in_no_more() {
        load(aHousehold());
        var agreement = new AgreementId(one(UUID.class, "select id from agreement where number = '990000001'"));
        var agent = ProvenStaff.of(tenant.slug(), UUID.randomUUID(), "a@b.example", "Anne", StaffRole.AGENT, 0);
        var renewed = TenantContext.callAs(
                tenant,
                () -> keys.renew(agent, agreement, keys.file(agent, agreement).orElseThrow()));

        load(aHousehold());

        assertThat(claimKey()).isEqualTo(renewed.replace(" ", "")).isNotEqualTo("ABCD2345");
        load(aHousehold().replacing("contrats.csv", "ABCD2345", "BCDE3456"));
        assertThat(claimKey()).as("another one does").isEqualTo("BCDE3456");
    }

    @Test
    void a_utility_without_claim_keys_refuses_one() {
        tenant = like(Utilities.ILEO);
        var report = load(new FileSet(Map.of())
                .with(
                        "contrats.csv",
                        "numero;titulaire;point_de_service;service;cle_securite;mode_paiement;debut\n"
                                + "24 001 234 56;T1;P1;eau;ABCD2345;prelevement;2020-01-01\n"));
        assertThat(report.text()).contains("ce service n'utilise pas de clé de sécurité");
    }

    @Test
    void the_day_of_the_data_cannot_be_tomorrow() {
        var tomorrow = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(1);

        assertThat(load(aHousehold().with("extraction.csv", "date\n" + tomorrow + "\n"))
                        .text())
                .contains("extraction.csv, ligne 2", "cette date est à venir");
    }

    @Test
    void without_payments_the_day_up_to_which_they_are_known_stays() {
        load(aHousehold().with("extraction.csv", "date\n2026-02-03\n"));
        load(aHousehold().without("paiements.csv").with("extraction.csv", "date\n2026-02-04\n"));

        assertThat(one(String.class, "select max(known_on)::text from import_run where state = 'DONE'"))
                .isEqualTo("2026-02-03");
    }

    @Test
    void every_run_is_remembered_with_its_report() {
        load(aHousehold().with("extraction.csv", "date\n2026-02-03\n"));
        load(aHousehold().replacing("contrats.csv", "T1;P1", "T9;P1"));
        assertThat(one(
                        String.class,
                        "select string_agg(concat_ws(' ', state, known_on), ', ' order by started_at) from import_run"))
                .startsWith("DONE 2026-02-03, REFUSED");
        assertThat(one(String.class, "select report from import_run where state = 'REFUSED'"))
                .contains("« T9 » : ce titulaire est inconnu");
        assertThat(count("import_run where finished_at is null")).isZero();
    }

    @Test
    void two_imports_of_one_utility_do_not_run_at_once() {
        TenantContext.runAs(
                tenant,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' import', 0))")
                            .query()
                            .singleRow();
                    var file = aHousehold().zip(folder);
                    var other = CompletableFuture.supplyAsync(() -> load(file));
                    assertThatThrownBy(other::join).hasCauseInstanceOf(ImportAlreadyRunning.class);
                }));
        assertThat(one(String.class, "select state from import_run")).isEqualTo("FAILED");
        assertThat(load(aHousehold()).accepted()).isTrue();
    }

    private String claimKey() {
        var key = one(byte[].class, "select claim_key from agreement where number = '990000001'");
        return TenantContext.callAs(tenant, () -> vault.decrypt(key));
    }

    private String fingerprint() {
        return one(String.class, """
                select md5(string_agg(words, '' order by words)) from (
                    select customer::text as words from customer union all
                    select service_point::text from service_point union all
                    select premise::text from premise union all
                    select agreement::text from agreement union all
                    select agreement_alias::text from agreement_alias union all
                    select meter::text from meter union all
                    select meter_installation::text from meter_installation union all
                    select reading::text from reading union all
                    select invoice::text from invoice union all
                    select invoice_line::text from invoice_line union all
                    select payment::text from payment union all
                    select ledger_entry::text from ledger_entry union all
                    select posting::text from posting union all
                    select mandate::text from mandate) everything""");
    }
}
