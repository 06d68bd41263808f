package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.runs.RunKind;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom a notice reached when: by the invoice, or by a letter. */
@PlatformTest
class LeakNoticeTests extends LeakScene {

    /** A month after the notice is over for who was told too late, yet it never began. */
    @Test
    void a_certificate_is_never_late_where_the_notice_was() {
        var sewerage = stay.in(this::sewerage);
        billed(200);
        stay.in(() -> database.sql("update leak_file set notified_on = ?, notice_channel = 'MAIL', notice_proof = 'b',"
                        + " answer_by = ? where agreement_id = ?")
                .params(
                        LocalDate.of(2026, 7, 2),
                        LocalDate.of(2026, 8, 2),
                        stay.agreement().value())
                .update());

        var uncertified =
                stay.in(() -> desk("2026-08-03").preview(BERNARD, id(), false).orElseThrow());
        assertThat(uncertified.isCertified()).isFalse();
        assertThat(uncertified.sewerage()).as("nobody knows that water leaked").isEqualTo(uncertified.water());
        certify("2026-09-15");
        assertThat(file().isCertifiedLate()).isFalse();
        grant("2026-09-20", false, "533.58");

        assertThat(owed(sewerage)).as("a leak did not go down the drain").isEqualTo(euros("122.57"));
    }

    @Test
    void a_letter_before_the_invoice_is_a_notice_in_time_and_gives_nobody_less_time_than_they_were_told() {
        billed(200);
        toldNobody();
        assertThat(file().isBilledWithoutNotice()).isTrue();

        letter(LocalDate.of(2026, 6, 30), "LR 1A 234 567");

        assertThat(file().notice())
                .contains(new LeakNotice(
                        LocalDate.of(2026, 6, 30), NoticeChannel.LETTER, "LR 1A 234 567", LocalDate.of(2026, 7, 30)));
        assertThat(file().isBilledWithoutNotice()).isFalse();
        assertThat(stay.in(() -> reader.events(id()).getFirst()))
                .satisfies(first -> assertThat(first.what()).isEqualTo(LeakEvent.What.TOLD_BY_LETTER))
                .satisfies(first -> assertThat(first.detail()).isEqualTo("LR 1A 234 567"));
        assertThatThrownBy(() -> grant("2026-08-03", false, "215.05")).isInstanceOf(LeakRefused.class);

        somebody_lives_there();
        billed(200);
        letter(LocalDate.of(2026, 6, 30), "LR 2");
        assertThat(file().notice().orElseThrow().answerBy())
                .as("as the invoice says")
                .isEqualTo(LocalDate.of(2026, 8, 1));
        letter(LocalDate.of(2026, 7, 20), "LR 3");
        assertThat(file().notice().orElseThrow().proof()).as("the first counts").isEqualTo("LR 2");
    }

    /** As where a run is looked at for two weeks before it is validated. */
    @Test
    void an_invoice_that_is_written_after_the_day_that_it_bears_tells_nobody_sooner() throws Exception {
        invoicesAreWritten("2026-07-15");
        billed(200);

        assertThat(file().notice().orElseThrow().answerBy()).isEqualTo("2026-08-15");
        assertThat(file().isBilledWithoutNotice())
                .as("it was told with the invoice")
                .isFalse();
        assertThat(paper()).contains("le 15 août 2026 au plus tard");
        certify("2026-08-15");
        assertThat(file().isCertifiedLate()).isFalse();
    }

    @Test
    void a_mail_before_such_an_invoice_was_written_told_in_time() {
        stay.isRead(READ, 300);
        taken();
        stay.in(() -> database.sql("update leak_file set notified_on = ?, answer_by = ? where agreement_id = ?")
                .params(
                        LocalDate.of(2026, 7, 5),
                        LocalDate.of(2026, 8, 5),
                        stay.agreement().value())
                .update());
        invoicesAreWritten("2026-07-15");
        stay.isBilled(RunKind.ACTUAL, SPRING);

        assertThat(file().isBilledWithoutNotice()).isFalse();
        assertThat(file().notice().orElseThrow().answerBy())
                .as("nobody has less than a month from what reached them")
                .isEqualTo("2026-08-15");
    }

    @Test
    void a_mail_that_came_back_before_such_an_invoice_leaves_the_month_from_when_that_was_written() {
        stay.isRead(READ, 300);
        taken();
        invoicesAreWritten("2026-07-15");
        stay.isBilled(RunKind.ACTUAL, SPRING);

        comesBack();

        assertThat(file().notice().orElseThrow().answerBy()).isEqualTo("2026-08-15");
    }

    @Test
    void the_paper_of_an_invoice_tells_of_no_leak_that_was_told_after_it() throws Exception {
        billed(200);
        toldNobody();
        letter(LocalDate.of(2026, 7, 20), "LR 1");

        assertThat(paper()).contains("200 m³").doesNotContain("fuite");
    }

    @Tag("long")
    @Test
    void a_letter_has_a_reference_and_a_day_between_the_reading_and_today() {
        billed(200);

        assertThatThrownBy(() -> letter(READ, " "))
                .isInstanceOfSatisfying(
                        LeakRefused.class, none -> assertThat(none.code()).isEqualTo("leaks.reference-missing"));
        for (var day : List.of(READ.minusDays(1), LocalDate.of(2026, 8, 4))) {
            assertThatThrownBy(() -> letter(day, "LR 1"))
                    .isInstanceOfSatisfying(
                            LeakRefused.class,
                            impossible -> assertThat(impossible.code()).isEqualTo("leaks.letter-impossible"));
        }
        refuse("La fuite était sur un chauffe-eau.");
        assertThatThrownBy(() -> letter(READ, "LR 1")).isInstanceOf(LeakRefused.class);
    }

    @Test
    void a_mail_that_came_back_told_nobody_and_the_invoice_gives_the_month() {
        stay.isRead(READ, 300);
        taken();
        stay.isBilled(RunKind.ACTUAL, SPRING);
        assertThat(file().notice().orElseThrow().channel()).isEqualTo(NoticeChannel.MAIL);

        comesBack();

        assertThat(file().notice().orElseThrow())
                .satisfies(told -> assertThat(told.channel()).isEqualTo(NoticeChannel.INVOICE))
                .satisfies(told -> assertThat(told.answerBy()).isEqualTo(LocalDate.of(2026, 8, 1)));
        assertThat(happened()).contains(LeakEvent.What.MAIL_RETURNED);
    }

    /** Whoever was told has longer than their paper says, which was set before, and says the same in every form. */
    @Test
    void all_forms_of_a_paper_say_the_month_that_was_known_when_it_was_issued() throws Exception {
        stay.isRead(READ, 300);
        taken();
        caught.await(person.value() + "@exemple.fr");
        stay.isBilled(RunKind.ACTUAL, SPRING);
        stay.in(() -> database.sql("update leak_mail set sent_on = date '2026-06-30' where file_id = ?")
                .param(id().value())
                .update());
        stay.in(() -> database.sql("update leak_file set notified_on = date '2026-06-30', answer_by = date '2026-07-30'"
                        + " where id = ?")
                .param(id().value())
                .update());
        assertThat(paper()).contains("le 30 juillet 2026 au plus tard");

        comesBack();

        assertThat(file().notice().orElseThrow().answerBy()).isEqualTo("2026-08-01");
        var text = stay.in(() -> invoices.text(person, stay.lastInvoice())).bytes();
        assertThat(new String(text, StandardCharsets.UTF_8).replaceAll("[\\s\u00a0\u202f]+", " "))
                .contains("le 30 juillet 2026 au plus tard");
    }

    @Test
    void a_mail_that_came_back_takes_nothing_of_the_month_that_another_invoice_gave() {
        stay.isRead(READ, 300);
        taken();
        stay.isBilled(RunKind.ACTUAL, SPRING);
        stay.in(() -> database.sql("update invoice set issued_on = issued_on - 20 where agreement_id = ?")
                .param(stay.agreement().value())
                .update());
        billedAgain();

        comesBack();

        assertThat(file().notice().orElseThrow())
                .satisfies(told -> assertThat(told.on()).isEqualTo("2026-06-11"))
                .satisfies(told -> assertThat(told.answerBy()).isEqualTo("2026-08-01"));
    }

    @Test
    void after_a_mail_that_came_back_a_registered_letter_counts() {
        stay.isRead(READ, 300);
        taken();
        comesBack();
        assertThat(file().notice()).isEmpty();
        assertThat(file().state()).isEqualTo(LeakState.DETECTED);

        letter(LocalDate.of(2026, 7, 20), "LR 1");

        assertThat(file().notice())
                .contains(new LeakNotice(
                        LocalDate.of(2026, 7, 20), NoticeChannel.LETTER, "LR 1", LocalDate.of(2026, 8, 20)));
    }

    @Test
    void of_two_whom_a_mail_went_to_one_is_enough_and_one_that_is_taken_later_counts_from_then_on() {
        var other = stay.in(() -> {
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(user, stay.agreement());
            return user;
        });
        assertThat(other).isNotEqualTo(person);
        stay.isRead(READ, 300);
        taken();
        var sources = sources();
        assertThat(sources).hasSize(2);

        comesBack(sources.getFirst());
        assertThat(file().notice()).isPresent();
        comesBack(sources.getLast());
        assertThat(file().notice()).isEmpty();

        stay.in(() -> {
            notices.taken(sources.getLast());
            return sources;
        });
        assertThat(file().notice().orElseThrow().channel()).isEqualTo(NoticeChannel.MAIL);
        assertThat(file().state()).isEqualTo(LeakState.AWAITING);
    }

    /** As behind fifty thousand others, or while the mail server is away: the law counts from when somebody was told. */
    @Test
    void the_month_begins_when_the_first_mail_leaves_however_long_it_waited() {
        stay.in(() -> {
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(user, stay.agreement());
            return user;
        });
        stay.isRead(READ, 300);
        taken();
        caught.await(person.value() + "@exemple.fr");
        var told = file().notice().orElseThrow();
        var sources = sources();
        stay.in(() -> database.sql("update leak_file set notified_on = notified_on - 3, answer_by = answer_by - 3"
                        + " where agreement_id = ?")
                .param(stay.agreement().value())
                .update());
        stay.in(() -> database.sql("update leak_mail set sent_on = sent_on - 3 where file_id = ?")
                .param(id().value())
                .update());

        leaves(sources.getFirst());
        assertThat(file().notice().orElseThrow().on())
                .as("the other one may have left")
                .isEqualTo(told.on().minusDays(3));
        leaves(sources.getLast());
        assertThat(file().notice().orElseThrow())
                .satisfies(late -> assertThat(late.on()).isEqualTo(told.on()))
                .satisfies(late -> assertThat(late.answerBy()).isEqualTo(told.answerBy()));
    }

    private void leaves(UUID source) {
        stay.in(() -> {
            notices.taken(source);
            return source;
        });
    }

    @Test
    void a_mail_that_comes_back_after_the_decision_changes_nothing_of_it() {
        stay.isRead(READ, 300);
        taken();
        refuse("La fuite était sur un chauffe-eau.");

        comesBack();

        assertThat(file().state()).isEqualTo(LeakState.REFUSED);
        assertThat(file().notice()).isPresent();
    }

    @Test
    void where_all_addresses_refuse_our_mails_nobody_was_told_and_the_decision_is_printed() throws Exception {
        stay.in(() -> database.sql("insert into bounced_address (address, bounced_at, reason) values (?, now(), '550')")
                .param(person.value() + "@exemple.fr")
                .update());
        stay.isRead(READ, 300);
        taken();
        assertThat(file().notice()).isEmpty();

        assertThat(refuse("La fuite était sur un chauffe-eau."))
                .as("whether a mail says so")
                .isFalse();

        assertThat(sources()).isEmpty();
        var pdf = stay.in(() -> printed.decision(BERNARD, id())).orElseThrow().bytes();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("La fuite était sur un chauffe-eau.", "Votre demande n'est pas acceptée");
        }
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).isEmpty();
    }

    @Test
    void a_decision_that_a_mail_tells_is_printed_only_once_that_mail_came_back() {
        billed(200);

        assertThat(refuse("La fuite était sur un chauffe-eau.")).isTrue();
        assertThat(stay.in(() -> desk("2026-08-03").isAnswered(BERNARD, id()))).isTrue();
        assertThat(happened()).contains(LeakEvent.What.ANSWERED_BY_MAIL);
        sources().forEach(this::comesBack);

        assertThat(stay.in(() -> desk("2026-08-03").isAnswered(BERNARD, id()))).isFalse();
    }

    @Test
    void a_letter_that_grants_says_what_the_invoice_comes_to() throws Exception {
        billed(200);
        certify("2026-07-20");
        grant("2026-08-03", false, "215.05");

        var pdf = stay.in(() -> printed.decision(BERNARD, id())).orElseThrow().bytes();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .replaceAll("\\s+", " ")
                            .replace('\u00a0', ' '))
                    .contains(
                            "nous retirons 215,05 €", "de 441,10 €, est ramenée à 226,05 €", "accompagne cette lettre");
        }
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).isEmpty();
    }

    @Test
    void nothing_is_printed_before_it_is_decided() {
        billed(200);

        assertThat(stay.in(() -> printed.decision(BERNARD, id()))).isEmpty();
    }

    private List<UUID> sources() {
        return stay.in(() -> database.sql("select source from leak_mail where file_id = ? order by source")
                .param(id().value())
                .query(UUID.class)
                .list());
    }

    private void comesBack() {
        comesBack(sources().getFirst());
    }

    private void comesBack(UUID source) {
        stay.in(() -> {
            notices.returned(source);
            return source;
        });
    }
}
