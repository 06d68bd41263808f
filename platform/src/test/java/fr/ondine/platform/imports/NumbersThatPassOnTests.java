package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.tenancy.TenantContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A contract number that the billing software gives to the next person: what the one before had stays theirs. */
class NumbersThatPassOnTests extends ImportTest {

    private static final String BEFORE = "990000001~2026-03-01";
    private static final String AFTER = "990000001";
    private static final String OPENED_BY_FORMER_LOGINS =
            "old_login_agreement l join agreement a on a.id = l.agreement_id and a.customer_id = l.customer_id"
                    + " where a.number = '" + AFTER + "'";

    @Autowired
    Debts debts;

    @Autowired
    Agreements agreements;

    @BeforeEach
    void held_by_one() {
        load(aHousehold());
    }

    @Test
    void the_next_one_sees_no_invoice_mandate_or_debt_of_the_one_before() {
        assertThat(load(passedOn()).refusals()).isEmpty();

        assertThat(holder(AFTER)).isEqualTo("T9");
        assertThat(invoices(AFTER)).isEmpty();
        assertThat(count("mandate m join agreement a on a.id = m.agreement_id where a.number = '" + AFTER + "'"))
                .isZero();
        assertThat(due(AFTER)).isEqualTo(Money.zero());
        assertThat(claimKey(AFTER)).isNotNull().isNotEqualTo(claimKey(BEFORE));
    }

    @Test
    void the_one_before_keeps_all_of_it_in_a_contract_that_has_ended() {
        load(passedOn());

        assertThat(holder(BEFORE)).isEqualTo("T1");
        assertThat(invoices(BEFORE)).containsExactly("2023000001", "2026000001");
        assertThat(due(BEFORE)).isEqualTo(Money.euros("172.00"));
        assertThat(one(String.class, "select ended_on::text from agreement where number = '" + BEFORE + "'"))
                .isEqualTo("2026-02-28");
    }

    @Test
    void each_of_the_two_is_shown_their_own_contract_under_its_printed_number() {
        var jeanne = linkedTo("T1");
        load(passedOn());
        var paul = linkedTo("T9");

        TenantContext.runAs(tenant, () -> {
            assertThat(agreements.ofUser(jeanne))
                    .filteredOn(AgreementSummary::id, id(BEFORE))
                    .singleElement()
                    .returns("99 0000 001", AgreementSummary::number)
                    .returns(true, AgreementSummary::ended);
            assertThat(agreements.ofUser(paul)).singleElement().returns(id(AFTER), AgreementSummary::id);
            assertThat(agreements.card(jeanne, id(BEFORE)).number()).isEqualTo("99 0000 001");
            assertThatThrownBy(() -> agreements.card(paul, id(BEFORE))).isInstanceOf(UnknownAgreement.class);
            assertThatThrownBy(() -> agreements.card(jeanne, id(AFTER))).isInstanceOf(UnknownAgreement.class);
        });
    }

    @Test
    void the_same_file_again_changes_nothing() {
        load(passedOn());

        assertThat(load(passedOn()).counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);
        assertThat(one(BigDecimal.class, "select sum(amount) from posting")).isEqualByComparingTo("0");
    }

    @Test
    void an_invoice_is_for_whoever_held_the_number_most_of_its_period() {
        load(passedOn());

        var report = load(passedOn()
                .adding("factures.csv", invoice("2026-000002", "01/01/2026;01/03/2026", "10/03/2026"))
                .adding("factures.csv", invoice("2026-000003", "28/02/2026;30/06/2026", "10/07/2026"))
                .adding("factures.csv", invoice("2026-000004", ";", "10/03/2026"))
                .adding("lignes_facture.csv", line("2026-000002"))
                .adding("lignes_facture.csv", line("2026-000003"))
                .adding("lignes_facture.csv", line("2026-000004")));

        assertThat(report.refusals()).isEmpty();
        assertThat(invoices(BEFORE)).contains("2026000002").doesNotContain("2026000003", "2026000004");
        assertThat(invoices(AFTER)).containsExactly("2026000003", "2026000004");
    }

    @Test
    void an_invoice_that_names_its_holder_is_theirs_whatever_its_dates() {
        load(passedOn());

        load(passedOn()
                .replacing("factures.csv", "montant_ttc;document", "montant_ttc;titulaire")
                .adding("factures.csv", invoice("2026-000004", ";", "10/03/2026") + "T1")
                .adding("lignes_facture.csv", line("2026-000004")));

        assertThat(invoices(BEFORE)).contains("2026000004");
    }

    @Test
    void money_goes_to_whoever_is_named_or_had_the_invoice_or_held_the_number_on_that_day() {
        load(passedOn());

        var report = load(passedOn().with("paiements.csv", """
                        reference;contrat;titulaire;facture;mode;montant;date
                        R2;99 0000 001;;2026-000001;virement;6,50;2026-04-01
                        R3;99 0000 001;T1;;virement;5,00;2026-04-01
                        R4;88 0000 001;;;virement;4,00;2026-02-28
                        R5;99 0000 001;;;virement;3,00;2026-03-01
                        R6;99 0000 001;T9;;virement;2,00;2026-02-20
                        """).with("remboursements.csv", """
                        reference;contrat;titulaire;mode;montant;date
                        B1;99 0000 001;T1;virement;1,00;2026-05-01
                        """));

        assertThat(report.refusals()).isEmpty();
        assertThat(payments(BEFORE)).containsExactly("R1", "R2", "R3", "R4");
        assertThat(payments(AFTER)).containsExactly("R5", "R6");
        assertThat(due(BEFORE)).isEqualTo(Money.euros("157.50"));
        assertThat(credit(AFTER)).isEqualByComparingTo("-5.00");
    }

    @Test
    void a_mandate_is_of_whoever_held_the_number_when_it_was_signed() {
        load(passedOn());

        load(passedOn()
                .adding(
                        "mandats.csv",
                        "99 0000 001;RUM2;FR12ZZZ123456;Paul Roux;"
                                + "FR76 3000 6000 0112 3456 7890 189;Banque;2026-03-02;"));

        assertThat(mandates(BEFORE)).containsExactly("RUM1");
        assertThat(mandates(AFTER)).containsExactly("RUM2");
    }

    @Test
    void a_credit_note_is_for_whoever_had_the_invoice() {
        load(passedOn());

        load(passedOn()
                .replacing("factures.csv", "montant_ttc;document", "montant_ttc;facture_corrigee")
                .adding(
                        "factures.csv",
                        "2026-000005;99 0000 001;avoir;10/06/2026;10/07/2026;;;;-10,00;-0,55;-10,55;2026-000001")
                .adding("lignes_facture.csv", "2026-000005;1;eau;Consommation;-5;m³;2;-10,00;5,5"));

        assertThat(invoices(BEFORE)).contains("2026000005");
        assertThat(due(BEFORE)).isEqualTo(Money.euros("161.45"));
        assertThat(invoices(AFTER)).isEmpty();
    }

    @Tag("long")
    @Test
    void a_re_numbering_afterwards_takes_both_along() {
        load(passedOn());

        var report = load(passedOn()
                .replacing("contrats.csv", "99 0000 001", "77 0000 001")
                .adding("anciens_numeros.csv", "99 0000 001;77 0000 001;2026-06-01;")
                .replacing("anciens_numeros.csv", "88 0000 001;99 0000 001", "88 0000 001;77 0000 001")
                .adding("paiements.csv", "R2;99 0000 001;2026-000001;virement;6,50;2026-06-02;;"));

        assertThat(report.refusals()).isEmpty();
        assertThat(invoices("770000001~2026-03-01")).containsExactly("2023000001", "2026000001");
        assertThat(holder("770000001")).isEqualTo("T9");
    }

    @Test
    void another_person_needs_a_day_of_their_own_to_start() {
        assertThat(load(passedOn().replacing("contrats.csv", "mensualisation;2026-03-01", "mensualisation;2020-01-01"))
                        .text())
                .contains(
                        "contrats.csv, ligne 2, colonne titulaire, « T9 » : ce contrat est à quelqu'un d'autre depuis le"
                                + " 01/01/2020");
        assertThat(holder(AFTER)).isEqualTo("T1");
    }

    @Test
    void the_same_person_under_another_reference_keeps_everything() {
        load(aHousehold().replacing("titulaires.csv", "T1;", "T7;").replacing("contrats.csv", ";T1;", ";T7;"));

        assertThat(holder(AFTER)).isEqualTo("T7");
        assertThat(invoices(AFTER)).containsExactly("2023000001", "2026000001");
    }

    @Test
    void the_same_person_under_another_reference_is_protected_as_before() {
        update("insert into customer_protection (customer_id, protected_at, protected_by)"
                + " select id, now(), 'staff:anne' from customer where reference = 'T1'");

        load(aHousehold().replacing("titulaires.csv", "T1;", "T7;").replacing("contrats.csv", ";T1;", ";T7;"));

        assertThat(count("customer_protection p join customer c on c.id = p.customer_id where c.reference = 'T7'"))
                .isOne();
    }

    @Test
    void the_next_person_is_not_protected_as_the_one_before_was() {
        update("insert into customer_protection (customer_id, protected_at, protected_by)"
                + " select id, now(), 'staff:anne' from customer where reference = 'T1'");

        load(passedOn());

        assertThat(count("customer_protection p join customer c on c.id = p.customer_id where c.reference = 'T9'"))
                .isZero();
    }

    @Test
    void whom_the_same_person_lets_see_goes_on_seeing_under_another_reference() {
        var daughter = letSee(linkedTo("T1"), linkedTo("T2"));

        load(aHousehold().replacing("titulaires.csv", "T1;", "T7;").replacing("contrats.csv", ";T1;", ";T7;"));

        assertThat(TenantContext.callAs(tenant, () -> agreements.seenBy(daughter)))
                .extracting(AgreementSummary::id)
                .contains(id(AFTER));
        assertThat(count("delegation where ended_at is null")).isOne();
    }

    @Test
    void whom_one_person_lets_see_sees_nothing_of_the_next() {
        var daughter = letSee(linkedTo("T1"), linkedTo("T2"));

        load(passedOn());

        assertThat(TenantContext.callAs(tenant, () -> agreements.seenBy(daughter)))
                .extracting(AgreementSummary::id)
                .doesNotContain(id(AFTER));
    }

    @Test
    void a_former_login_of_whoever_was_typed_by_mistake_opens_nothing_of_the_right_one_under_another_reference() {
        load(passedOn()
                .with(
                        "anciens_comptes.csv",
                        "identifiant;contrats;titulaire;prenom;nom;email\n"
                                + "A9;99 0000 001;T9;Paul;Roux;paul.roux@courriel.example\n"));
        load(passedOn()
                .adding("titulaires.csv", "T5;particulier;Mme;Ana;Diaz;;;")
                .replacing("contrats.csv", ";T9;", ";T5;"));
        assertThat(count(OPENED_BY_FORMER_LOGINS)).isZero();

        load(passedOn()
                .adding("titulaires.csv", "T6;particulier;Mme;Ana;Diaz;;;")
                .replacing("contrats.csv", ";T9;", ";T6;"));

        assertThat(holder(AFTER)).isEqualTo("T6");
        assertThat(count(OPENED_BY_FORMER_LOGINS)).isZero();
    }

    @Test
    void a_former_login_goes_on_opening_what_is_of_the_same_person_under_another_reference() {
        load(aHousehold()
                .with(
                        "anciens_comptes.csv",
                        "identifiant;contrats;titulaire;prenom;nom;email\n"
                                + "A1;99 0000 001;T1;Jeanne;Petit;jeanne.petit@courriel.example\n"));

        load(aHousehold().replacing("titulaires.csv", "T1;", "T7;").replacing("contrats.csv", ";T1;", ";T7;"));

        assertThat(holder(AFTER)).isEqualTo("T7");
        assertThat(count(OPENED_BY_FORMER_LOGINS)).isOne();
    }

    private UserId letSee(UserId holder, UserId delegate) {
        update(
                "insert into delegation (id, agreement_id, customer_id, holder_id, delegate_id, may_pay, until, invited_at,"
                        + " open_until, accepted_at) select uuidv7(), id, customer_id, '" + holder + "', '" + delegate
                        + "', false, current_date + 300, now(), now(), now() from agreement where number = '" + AFTER
                        + "'");
        return delegate;
    }

    /** Nobody owes what somebody else agreed to pay. */
    @Test
    void a_plan_that_one_agreed_is_not_given_to_another() {
        load(passedOn());
        update(
                "insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis, agreed_on, agreed_by)"
                        + " select uuidv7(), id, 'AGREED', 1, 5, 300, 'STAFF', current_date, 'staff:anne' from agreement"
                        + " where number = '" + AFTER + "'");

        var another = passedOn()
                .adding("titulaires.csv", "T5;particulier;Mme;Ana;Diaz;;;")
                .replacing("contrats.csv", ";T9;", ";T5;");

        assertThat(load(another).text()).contains("contrats.csv, ligne 2, colonne titulaire");
        assertThat(holder(AFTER)).isEqualTo("T9");
        assertThat(load(another.replacing("contrats.csv", "2026-03-01", "2026-03-02"))
                        .refusals())
                .isEmpty();
        assertThat(one(
                        String.class,
                        "select a.number from instalment_plan p join agreement a on a.id = p.agreement_id"))
                .isEqualTo("990000001~2026-03-02");
    }

    @Tag("long")
    @Test
    void the_same_person_under_another_reference_comes_in_as_before() {
        var jeanne = linkedTo("T1");
        load(aHousehold()
                .replacing("titulaires.csv", "T1;", "T7;")
                .replacing("contrats.csv", ";T1;", ";T7;")
                .replacing("contrats.csv", "ABCD2345", ""));

        assertThat(claimKey(AFTER)).isNotNull();
        assertThat(TenantContext.callAs(tenant, () -> agreements.ofUser(jeanne)))
                .extracting(AgreementSummary::id)
                .contains(id(AFTER));
    }

    @Tag("long")
    @Test
    void two_people_of_the_same_names_are_told_apart_by_the_day_they_start() {
        load(passedOn().replacing("titulaires.csv", "Paul;Roux", "Jeanne;Petit"));

        assertThat(holder(BEFORE)).isEqualTo("T1");
        assertThat(invoices(AFTER)).isEmpty();
    }

    @Test
    void the_key_on_the_invoices_of_before_opens_nothing_of_the_next() {
        var sameKey = passedOn().replacing("contrats.csv", "T9;P1;eau;;", "T9;P1;eau;ABCD2345;");
        load(sameKey);
        load(sameKey);

        var drawn = claimKey(AFTER);
        assertThat(drawn).isNotNull().isNotEqualTo(claimKey(BEFORE));
        load(passedOn().replacing("contrats.csv", "T9;P1;eau;;", "T9;P1;eau;BCDE3456;"));
        assertThat(claimKey(AFTER)).isNotNull().isNotEqualTo(drawn).isNotEqualTo(claimKey(BEFORE));
    }

    @Tag("long")
    @Test
    void a_mandate_signed_before_moving_in_is_of_the_one_whose_name_is_on_the_account() {
        var early = "99 0000 001;RUM2;FR12ZZZ123456;Paul Roux;FR76 3000 6000 0112 3456 7890 189;Banque;2026-02-20;";
        load(aHousehold().adding("mandats.csv", early));
        assertThat(mandates(AFTER)).containsExactlyInAnyOrder("RUM1", "RUM2");

        load(passedOn().adding("mandats.csv", early));

        assertThat(mandates(BEFORE)).containsExactly("RUM1");
        assertThat(mandates(AFTER)).containsExactly("RUM2");
    }

    @Tag("long")
    @Test
    void a_bill_without_a_period_that_closes_or_opens_an_account_is_of_who_leaves_or_arrives() {
        load(passedOn());

        load(passedOn()
                .adding(
                        "factures.csv",
                        invoice("2026-000006", ";", "10/03/2026").replace("reelle", "cloture"))
                .adding(
                        "factures.csv",
                        invoice("2026-000007", ";", "20/02/2026").replace("reelle", "ouverture"))
                .adding("lignes_facture.csv", line("2026-000006"))
                .adding("lignes_facture.csv", line("2026-000007")));

        assertThat(invoices(BEFORE)).contains("2026000006");
        assertThat(invoices(AFTER)).containsExactly("2026000007");
    }

    @Tag("long")
    @Test
    void a_removal_that_was_announced_and_does_not_happen_is_taken_back() {
        load(passedOn());

        assertThat(load(aHousehold()).refusals()).isEmpty();

        assertThat(holder(AFTER)).isEqualTo("T1");
        assertThat(invoices(AFTER)).containsExactly("2023000001", "2026000001");
        assertThat(count("agreement where number like '%~%' or number = '990000001' and ended_on is not null"))
                .isZero();
        assertThat(count("agreement_alias l join agreement a on a.id = l.agreement_id where a.number = '990000001'"))
                .isOne();
    }

    @Test
    void a_removal_that_does_not_happen_is_taken_back_though_the_file_names_tariffs() {
        var tariff = "JARDIN;Jardin;eau;;01/01/2020;n° 1;fixe;abonnement;Abonnement;eau;communale;5,5;36,50\n";
        var header =
                "tarif;nom;service;habituel;valable_du;deliberation;composante;nature;libelle;rubrique;part;taux_tva;prix\n";
        assertThat(load(withTariffs(passedOn().with("tarifs.csv", header + tariff)))
                        .refusals())
                .isEmpty();

        assertThat(load(withTariffs(aHousehold())).refusals()).isEmpty();

        assertThat(holder(AFTER)).isEqualTo("T1");
        assertThat(count("agreement_tariff c join agreement a on a.id = c.agreement_id where a.number = '" + AFTER
                        + "'"))
                .isOne();
    }

    @Test
    void
            a_removal_that_does_not_happen_is_taken_back_though_a_run_has_looked_at_the_next_holder_and_a_mail_was_written() {
        load(passedOn());
        looksAt(AFTER);

        assertThat(load(aHousehold()).refusals()).isEmpty();

        assertThat(holder(AFTER)).isEqualTo("T1");
        assertThat(count("mail where subject = 'Votre contrat'")).isOne();
    }

    /** A run that set it aside, and one that found what it would owe; staff had papers stopped besides. */
    private void looksAt(String number) {
        TenantContext.callAs(
                tenant,
                () -> transaction.execute(status -> {
                    var agreement = "(select id from agreement where number = '" + number + "')";
                    var run =
                            "insert into billing_run (id, kind, period_from, period_until, read_until, issued_on, due_on, perimeter,"
                                    + " perimeter_of, state, seen_until, created_at, created_by) values (uuidv7(), 'ACTUAL', '2026-01-01',"
                                    + " '2026-07-01', '2026-07-15', '2026-07-15', '2026-08-15', 'ALL', '{}', 'CANCELLED', now(), now(),"
                                    + " 'staff:1')";
                    database.sql("with run as (" + run + " returning id), seen as (insert into billing_seen select id, "
                                    + agreement
                                    + ", now() from run) insert into billing_parked (run_id, agreement_id, reason, detail) select id, "
                                    + agreement + ", 'NO_READING', '' from run")
                            .update();
                    database.sql("with run as (" + run + " returning id) insert into billing_draft select id, "
                                    + agreement + ", 1, 0, 0, 0 from run")
                            .update();
                    return database.sql(
                                    "insert into mail (id, recipient, subject, html, plain, created_at, attempts, kind, source,"
                                            + " agreement_id) values (uuidv7(), 'a@b.fr', 'Votre contrat', '', '', now(), 0, 'paper-stopped',"
                                            + " uuidv7(), " + agreement + ")")
                            .update();
                }));
    }

    private static FileSet withTariffs(FileSet files) {
        var rows = files.text("contrats.csv").lines().toList();
        return files.with(
                "contrats.csv", rows.getFirst() + ";tarif\n" + rows.get(1) + ";JARDIN\n" + rows.get(2) + ";\n");
    }

    @Test
    void a_holder_typed_by_mistake_gives_way_to_the_right_one() {
        load(passedOn());
        TenantContext.callAs(
                tenant,
                () -> transaction.execute(status -> database.sql("insert into invoice_form select id, 'BRAILLE', now(),"
                                + " 'staff:1' from agreement where number = ?")
                        .param(AFTER)
                        .update()));

        assertThat(load(passedOn()
                                .adding("titulaires.csv", "T5;particulier;Mme;Ana;Diaz;;;")
                                .replacing("contrats.csv", ";T9;", ";T5;"))
                        .refusals())
                .isEmpty();

        assertThat(holder(AFTER)).isEqualTo("T5");
        assertThat(holder(BEFORE)).isEqualTo("T1");
        assertThat(count("invoice_form")).as("it was chosen by another").isZero();
    }

    @Tag("long")
    @Test
    void a_corrected_day_of_start_moves_the_end_of_the_one_before() {
        load(passedOn());
        for (var day : List.of("2026-02-01", "2026-04-01", "2026-02-15")) {
            assertThat(load(passedOn().replacing("contrats.csv", "2026-03-01", day))
                            .refusals())
                    .isEmpty();
            assertThat(holder("990000001~" + day)).isEqualTo("T1");
            assertThat(one(
                            Boolean.class,
                            "select ended_on = date '" + day + "' - 1 from agreement where number like '%~%'"))
                    .isTrue();
        }
        assertThat(load(passedOn().replacing("contrats.csv", "2026-03-01", "2020-01-01"))
                        .text())
                .contains("contrats.csv, ligne 2, colonne debut", "à quelqu'un d'autre à partir du 01/01/2020");
    }

    @Tag("long")
    @Test
    void three_people_one_after_the_other_each_keep_their_own() {
        load(passedOn());
        linkedTo("T9");

        assertThat(load(passedOn()
                                .adding("titulaires.csv", "T5;particulier;Mme;Ana;Diaz;;;")
                                .replacing("contrats.csv", ";T9;", ";T5;")
                                .replacing("contrats.csv", "2026-03-01", "2026-06-01"))
                        .refusals())
                .isEmpty();

        assertThat(holder(BEFORE)).isEqualTo("T1");
        assertThat(holder("990000001~2026-06-01")).isEqualTo("T9");
        assertThat(holder(AFTER)).isEqualTo("T5");
    }

    @Test
    void a_reference_given_to_another_person_is_refused() {
        assertThat(load(aHousehold()
                                .replacing("titulaires.csv", "Mme;Jeanne;Petit", "M.;Paul;Roux")
                                .replacing("contrats.csv", "prelevement;2020-01-01", "prelevement;2026-03-01"))
                        .text())
                .contains("contrats.csv, ligne 2, colonne titulaire, « T1 » : cette référence est celle d'une autre");
        assertThat(load(aHousehold().replacing("titulaires.csv", "Jeanne;Petit", "Jeanne;Roux"))
                        .refusals())
                .as("who marries keeps the reference")
                .isEmpty();
    }

    @Test
    void money_of_somebody_who_never_held_the_number_is_refused() {
        assertThat(load(passedOn().with("paiements.csv", """
                        reference;contrat;titulaire;mode;montant;date
                        R3;99 0000 001;T2;virement;5,00;2026-04-01
                        """)).text())
                .contains("paiements.csv, ligne 2, colonne titulaire, « T2 » : ce titulaire n'est pas, et n'a pas été,"
                        + " celui du contrat 99 0000 001");
    }

    /** Paul Roux moves in on 1 March 2026 and gets the number of Jeanne Petit's contract. */
    private static FileSet passedOn() {
        return aHousehold()
                .adding("titulaires.csv", "T9;particulier;M.;Paul;Roux;;;")
                .replacing(
                        "contrats.csv",
                        "99 0000 001;T1;P1;eau;ABCD2345;prelevement;2020-01-01;",
                        "99 0000 001;T9;P1;eau;;mensualisation;2026-03-01;");
    }

    private static String invoice(String number, String period, String issued) {
        return number + ";99 0000 001;reelle;" + issued + ";10/12/2026;" + period + ";5;10,00;0,55;10,55;";
    }

    private static String line(String number) {
        return number + ";1;eau;Consommation;5;m³;2;10,00;5,5";
    }

    private UserId linkedTo(String customer) {
        var user = UUID.randomUUID();
        TenantContext.runAs(
                tenant,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql(
                                    "insert into user_account (id, email, state, created_at) values (?, ?, 'ACTIVE', now())")
                            .params(user, customer + "@courriel.example")
                            .update();
                    database.sql("insert into customer_link (id, user_id, customer_id, proof, linked_at)"
                                    + " select uuidv7(), ?, id, 'CLAIM_KEY', now() from customer where reference = ?")
                            .params(user, customer)
                            .update();
                }));
        return new UserId(user);
    }

    private void update(String sql) {
        TenantContext.runAs(
                tenant,
                () -> transaction.executeWithoutResult(
                        status -> database.sql(sql).update()));
    }

    private List<String> invoices(String agreement) {
        return list("select i.number from invoice i join agreement a on a.id = i.agreement_id where a.number = '"
                + agreement + "' order by i.number");
    }

    private List<String> payments(String agreement) {
        return list("select p.reference from payment p join agreement a on a.id = p.agreement_id where a.number = '"
                + agreement + "' order by p.reference");
    }

    private List<String> mandates(String agreement) {
        return list("select m.reference from mandate m join agreement a on a.id = m.agreement_id where a.number = '"
                + agreement + "'");
    }

    private List<String> list(String sql) {
        return TenantContext.callAs(
                tenant,
                () -> transaction.execute(
                        status -> database.sql(sql).query(String.class).list()));
    }

    private String holder(String agreement) {
        return one(
                String.class,
                "select c.reference from customer c join agreement a on a.customer_id = c.id where a.number = '"
                        + agreement + "'");
    }

    private String claimKey(String agreement) {
        return list("select claim_key_mac from agreement where number = '" + agreement + "'")
                .getFirst();
    }

    private Money due(String agreement) {
        return TenantContext.callAs(tenant, () -> debts.of(id(agreement)).due());
    }

    private BigDecimal credit(String agreement) {
        return one(
                BigDecimal.class,
                "select coalesce(sum(amount), 0) from posting where account = 'UNALLOCATED' and agreement_id = '"
                        + id(agreement).value() + "'");
    }

    private AgreementId id(String agreement) {
        return new AgreementId(one(UUID.class, "select id from agreement where number = '" + agreement + "'"));
    }
}
