package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ComparedUse;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.testing.PlatformTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a file whose invoice is taken back, and of the one that takes its place. */
@PlatformTest
class LeakReissueTests extends LeakScene {

    @Test
    void an_invoice_that_takes_the_place_of_a_relieved_one_opens_the_file_again_and_is_relieved_in_its_turn() {
        billed(200);
        certify("2026-07-20");
        grant("2026-08-03", false, "215.05");
        billedAgain();

        var file = file();
        assertThat(file.state()).as("its certificate was found right").isEqualTo(LeakState.CHECKED);
        assertThat(file.invoice()).contains(stay.lastInvoice());
        assertThat(file.decision()).isEmpty();
        assertThat(happened()).contains(LeakEvent.What.REOPENED);
        assertThat(ofAgreement()).isEqualTo(euros("441.10"));

        grant("2026-08-20", false, "215.05");
        assertThatThrownBy(() -> grant("2026-08-20", false, "215.05")).isInstanceOf(LeakRefused.class);
        assertThat(ofAgreement())
                .as("what is due of one invoice, relieved once")
                .isEqualTo(euros("226.05"));
    }

    @Test
    void what_was_relieved_of_an_invoice_that_was_taken_back_is_not_said_to_be_taken_off_once_more() throws Exception {
        billed(200);
        certify("2026-07-20");
        grant("2026-08-03", false, "215.05");
        assertThat(relievedInAll()).isEqualTo(euros("215.05"));
        billedAgain();
        grant("2026-08-20", false, "215.05");

        assertThat(relievedInAll()).isEqualTo(euros("215.05"));
        var pdf = stay.in(() -> printed.decision(BERNARD, id())).orElseThrow().bytes();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .replaceAll("\\s+", " ")
                            .replace('\u00a0', ' '))
                    .contains("nous retirons 215,05 €", "de 441,10 €, est ramenée à 226,05 €")
                    .doesNotContain("ramenée à 0,00 €");
        }
        assertThat(stay.in(() -> desk("2026-08-21").credits(BERNARD, id())))
                .as("staff see both notes")
                .hasSize(2);
    }

    /** As the page of the household sums it up. */
    private Money relievedInAll() {
        return stay.in(() -> leaks("2026-08-21").credits(person, id())).stream()
                .map(GrantedCredit::amount)
                .reduce(Money.zero(), Money::plus);
    }

    @Tag("long")
    @Test
    void an_invoice_that_takes_the_place_of_another_gives_a_month_of_its_own() {
        billed(200);
        stay.in(() -> database.sql("update leak_file set notified_on = notified_on - 20, answer_by = answer_by - 20"
                        + " where agreement_id = ?")
                .param(stay.agreement().value())
                .update());
        refuse("La lettre est revenue.");
        billedAgain();

        assertThat(file().state()).isEqualTo(LeakState.AWAITING);
        assertThat(file().notice().orElseThrow().answerBy()).isEqualTo(LocalDate.of(2026, 8, 1));
        certify("2026-08-01");
        grant("2026-08-20", false, "215.05");
        assertThat(ofAgreement()).isEqualTo(euros("226.05"));
    }

    @Tag("long")
    @Test
    void another_invoice_does_not_make_up_for_a_notice_that_failed() {
        billed(200);
        toldNobody();
        stay.in(() -> database.sql("update invoice set issued_on = issued_on - 20 where agreement_id = ?")
                .param(stay.agreement().value())
                .update());
        billedAgain();

        assertThat(file().state()).isEqualTo(LeakState.AWAITING);
        assertThat(file().isLate(LocalDate.of(2027, 1, 1))).isFalse();
        grant("2026-09-20", false, "215.05");
        assertThat(ofAgreement()).isEqualTo(euros("226.05"));
    }

    @Tag("long")
    @Test
    void an_invoice_that_is_taken_back_whole_leaves_nothing_to_relieve() {
        billed(200);
        certify("2026-07-20");
        creditedWhole();

        assertThat(stay.in(() -> desk("2026-08-03").preview(BERNARD, id(), false)))
                .isEmpty();
        assertThatThrownBy(() -> grant("2026-08-03", false, "215.05")).isInstanceOf(LeakRefused.class);
        assertThat(ofAgreement()).isEqualTo(Money.zero());
    }

    @Test
    void an_invoice_by_import_that_takes_the_place_of_a_relieved_one_opens_the_file_again_and_is_relieved() {
        billed(200);
        certify("2026-07-20");
        grant("2026-08-03", false, "215.05");
        creditedWhole();
        var relieved = stay.in(() -> file().invoice()).orElseThrow();
        var imported = imported(relieved.value());

        assertThat(stay.in(() -> desk("2026-08-10").open(BERNARD, imported))).isEqualTo(file().id());
        assertThat(file().state()).isEqualTo(LeakState.CHECKED);
        assertThat(file().decision()).isEmpty();
        assertThat(happened()).contains(LeakEvent.What.REOPENED);
        assertThat(file().isBilledWithoutNotice())
                .as("it was told with the first")
                .isFalse();
        var due =
                stay.in(() -> desk("2026-08-20").preview(BERNARD, id(), false)).orElseThrow();
        assertThat(due.invoices())
                .extracting(RelievedInvoice::number)
                .containsExactly(imported.replaceFirst("....", "$0-"));
        grant("2026-08-20", false, due.total().amount().toPlainString());
        assertThat(ofAgreement())
                .as("twice the mean, of the 181 days that it says")
                .isEqualTo(euros("441.10").minus(due.total()))
                .isBetween(euros("226.05"), euros("230.00"));

        stay.in(() -> desk("2026-08-21").open(BERNARD, imported));
        assertThat(file().state()).as("it has that invoice").isEqualTo(LeakState.CREDITED);
    }

    @Test
    void an_invoice_that_was_taken_back_whole_is_no_file_s() {
        billed(200);
        var number = number(stay.lastInvoice().value());
        creditedWhole();
        var tells = stay.in(() -> database.sql("delete from leak_file where agreement_id = ?")
                .param(stay.agreement().value())
                .update());
        assertThat(tells).isOne();

        assertThatThrownBy(() -> stay.in(() -> desk("2026-08-03").open(BERNARD, number)))
                .isInstanceOfSatisfying(
                        LeakRefused.class, none -> assertThat(none.code()).isEqualTo("leaks.unknown-invoice"));
        assertThat(files()).isEmpty();
    }

    @Test
    void an_invoice_by_a_later_reading_that_takes_the_place_of_another_goes_on_with_its_certificate() {
        billed(200);
        certify("2026-07-20");
        creditedWhole();
        readLaterAndBilled();

        var file = file();
        assertThat(file.used().until()).isEqualTo(READ.plusDays(1));
        assertThat(file.invoice()).contains(stay.lastInvoice());
        assertThat(file.state()).isEqualTo(LeakState.RECEIVED);
        assertThat(file.certificate().orElseThrow().receivedOn()).isEqualTo("2026-07-20");
    }

    @Test
    void an_invoice_by_a_later_reading_that_takes_the_place_of_a_relieved_one_is_relieved_in_its_turn() {
        billed(200);
        certify("2026-07-20");
        grant("2026-08-03", false, "215.05");
        creditedWhole();
        certifiedOfOtherDays();
        readLaterAndBilled();

        var file = file();
        assertThat(file.state()).as("what was found right is kept").isEqualTo(LeakState.CHECKED);
        assertThat(file.decision()).isEmpty();
        assertThat(happened()).contains(LeakEvent.What.REOPENED);
        isRelievedInItsTurn();
    }

    @Test
    void a_certificate_of_other_days_goes_on_with_what_was_relieved_of_the_same_leak() {
        relievedWithoutNotice();
        creditedWhole();
        var second = certifiedOfOtherDays();
        readLaterAndBilled();

        assertThat(file().id()).isEqualTo(second);
        assertThat(file().state()).isEqualTo(LeakState.RECEIVED);
        assertThat(file().isBilledWithoutNotice())
                .as("another invoice does not make up for it")
                .isTrue();
        isRelievedInItsTurn();
    }

    private LeakFileId certifiedOfOtherDays() {
        opened(READ.minusDays(30), READ.minusDays(10));
        var second = files().getLast();
        assertThat(second.state()).isEqualTo(LeakState.DETECTED);
        stay.in(() -> {
            leaks("2026-08-10").certify(person, second.id(), REPAIR, PHOTO);
            return second;
        });
        return second.id();
    }

    /** The invoice went out twenty days before anybody was told. */
    private void relievedWithoutNotice() {
        billed(200);
        toldNobody();
        stay.in(() -> database.sql("update invoice set issued_on = issued_on - 20 where agreement_id = ?")
                .param(stay.agreement().value())
                .update());
        var due =
                stay.in(() -> desk("2026-08-03").preview(BERNARD, id(), false)).orElseThrow();
        assertThat(due.isCertified()).isFalse();
        grant("2026-08-03", false, due.total().amount().toPlainString());
    }

    private void isRelievedInItsTurn() {
        assertThat(stay.in(() -> desk("2026-08-21").credits(BERNARD, id()))).hasSize(1);
        var billed = ofAgreement();
        var due =
                stay.in(() -> desk("2026-08-20").preview(BERNARD, id(), false)).orElseThrow();
        assertThat(due.invoices()).hasSize(1);
        grant("2026-08-20", false, due.total().amount().toPlainString());
        assertThat(ofAgreement()).isEqualTo(billed.minus(due.total())).isLessThan(euros("240.00"));
        assertThat(stay.in(() -> desk("2026-08-21").credits(BERNARD, id()))).hasSize(2);
    }

    @Test
    void an_invoice_by_a_later_reading_leaves_alone_what_was_decided_of_one_that_stands() {
        billed(200);
        refuse("Une chasse d'eau.");
        var first = stay.in(() -> file().invoice()).orElseThrow();
        var another = imported(first.value());
        opened(READ.minusDays(10), READ.plusDays(1), of(another));

        assertThat(files()).extracting(LeakFile::state).containsExactly(LeakState.AWAITING, LeakState.REFUSED);
    }

    private void readLaterAndBilled() {
        stay.isRead(READ.plusDays(1), 301);
        stay.isBilled(RunKind.ACTUAL, SPRING);
    }

    private void opened(LocalDate from, LocalDate until) {
        opened(from, until, null);
    }

    private void opened(LocalDate from, LocalDate until, @Nullable UUID invoice) {
        var use = new ComparedUse(
                new Period(from, until), Volume.ofCubicMetres(60), Optional.of(Volume.ofCubicMetres(5)), false);
        stay.in(() -> store.open(List.of(new SeenUse(stay.agreement(), use, invoice, invoice == null ? null : until))));
    }

    private UUID of(String number) {
        return stay.in(() -> database.sql("select id from invoice where number = ?")
                .param(number)
                .query(UUID.class)
                .single());
    }

    private String number(UUID invoice) {
        return stay.in(() -> database.sql("select number from invoice where id = ?")
                .param(invoice)
                .query(String.class)
                .single());
    }

    /** The same as another, by another number and without the readings that it bills. */
    private String imported(UUID invoice) {
        var id = new ReceivableId(UUID.randomUUID());
        return stay.in(() -> {
            var number = "1999" + String.format("%06d", Math.floorMod(id.hashCode(), 1_000_000));
            database.sql("""
                            insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, period_from,
                                period_to, volume_m3, net_amount, vat_amount, total_amount, content_hash)
                            select ?, ?, kind, agreement_id, agreement_number, issued_on, due_on, period_from, period_to, volume_m3,
                                   net_amount, vat_amount, total_amount, content_hash from invoice where id = ?""").params(id.value(), number, invoice).update();
            database.sql("""
                            insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, price_units,
                                net_amount, vat_rate, charge, used_from, used_until)
                            select ?, position, section, label, quantity, unit, unit_price, price_units, net_amount, vat_rate, charge,
                                   used_from, used_until from invoice_line where invoice_id = ?""").params(id.value(), invoice).update();
            var day = database.sql("select issued_on from invoice where id = ?")
                    .param(id.value())
                    .query(LocalDate.class)
                    .single();
            var sums = database.sql("select net_amount, vat_amount from invoice where id = ?")
                    .param(id.value())
                    .query((row, at) -> List.of(Money.euros(row.getBigDecimal(1)), Money.euros(row.getBigDecimal(2))))
                    .single();
            ledger.post(LedgerEntry.invoice(id, stay.agreement(), day, sums.get(0), sums.get(1)));
            return number;
        });
    }
}
