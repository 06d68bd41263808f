package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.testing.PlatformTest;
import java.time.LocalDate;
import java.util.List;
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
}
