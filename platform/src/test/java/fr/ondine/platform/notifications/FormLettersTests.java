package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** One of two accounts stops the paper of a holder, who has an address on file and no account. */
@PlatformTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class FormLettersTests {

    private static final CurrentStaff PAUL =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);

    @Autowired
    ChosenForms forms;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    final String onFile = UUID.randomUUID() + "@exemple.fr";
    AgreementId agreement;
    UserId one;
    UserId other;

    @BeforeEach
    void an_agreement_of_two_accounts() {
        agreement = in(() -> {
            var rows = new Rows(database);
            var made = rows.agreement();
            one = rows.user();
            other = rows.user();
            rows.link(one, made);
            rows.link(other, made);
            onFile(made, " " + onFile + " ");
            return made;
        });
    }

    @Test
    void all_accounts_and_the_address_on_file_are_told_that_papers_stop_and_come_again() {
        choose(InvoiceForm.ELECTRONIC);
        assertThat(told("paper-stopped")).containsExactlyInAnyOrder(of(one), of(other), onFile);
        assertThat(told("paper-resumed")).isEmpty();

        choose(InvoiceForm.PAPER);
        assertThat(told("paper-resumed")).containsExactlyInAnyOrder(of(one), of(other), onFile);
    }

    @Test
    void what_staff_note_is_told_too_and_each_time() {
        note(InvoiceForm.ELECTRONIC);
        note(InvoiceForm.LARGE_PRINT);
        note(InvoiceForm.ELECTRONIC);

        assertThat(told("paper-stopped")).hasSize(6);
        assertThat(told("paper-resumed")).hasSize(3);
    }

    @Test
    void another_form_of_paper_or_the_same_choice_again_is_told_to_nobody() {
        choose(InvoiceForm.LARGE_PRINT);
        choose(InvoiceForm.BRAILLE);
        assertThat(told("paper-stopped")).isEmpty();
        assertThat(told("paper-resumed")).isEmpty();

        choose(InvoiceForm.ELECTRONIC);
        choose(InvoiceForm.ELECTRONIC);
        assertThat(told("paper-stopped")).hasSize(3);
    }

    @Test
    void who_changes_it_to_and_fro_all_day_has_them_told_six_times() {
        for (var time = 0; time < 4; time++) {
            choose(InvoiceForm.ELECTRONIC);
            choose(InvoiceForm.PAPER);
        }

        assertThat(told("paper-stopped")).hasSize(3 * 3);
        assertThat(told("paper-resumed")).hasSize(3 * 3);
    }

    @Test
    void who_has_an_account_under_the_address_on_file_is_told_once_and_what_is_no_address_keeps_nobody_from_it() {
        in(() -> onFile(agreement, of(one).toUpperCase(java.util.Locale.ROOT)));
        choose(InvoiceForm.ELECTRONIC);
        assertThat(told("paper-stopped")).containsExactlyInAnyOrder(of(one), of(other));

        in(() -> onFile(agreement, "pas d'adresse"));
        choose(InvoiceForm.PAPER);
        assertThat(told("paper-resumed")).containsExactlyInAnyOrder(of(one), of(other));
    }

    private int onFile(AgreementId of, String address) {
        return database.sql("update customer set email = ? where id = (select customer_id from agreement where id = ?)")
                .params(address, of.value())
                .update();
    }

    private void choose(InvoiceForm form) {
        in(() -> {
            forms.choose(one, agreement, form);
            return form;
        });
    }

    private void note(InvoiceForm form) {
        in(() -> {
            forms.choose(PAUL, agreement, form);
            return form;
        });
    }

    private List<String> told(String kind) {
        return in(() -> database.sql("select recipient from mail where agreement_id = ? and kind = ?")
                .params(agreement.value(), kind)
                .query(String.class)
                .list());
    }

    private static String of(UserId user) {
        return user.value() + "@exemple.fr";
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
