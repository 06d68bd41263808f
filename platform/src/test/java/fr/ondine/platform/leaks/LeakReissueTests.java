package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Money;
import fr.ondine.testing.PlatformTest;
import java.time.LocalDate;
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
}
