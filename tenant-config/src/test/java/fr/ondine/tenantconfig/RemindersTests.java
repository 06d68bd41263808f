package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ondine.tenantconfig.ReminderLevel.Channel;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemindersTests {

    private static final String SIEGVO = BundledTenants.yaml("siegvo");

    @Test
    void a_utility_that_does_not_say_so_reminds_nobody() {
        assertThat(TenantConfigReader.read(SIEGVO).reminders().isOn()).isFalse();
    }

    @Test
    void a_utility_says_when_how_and_for_how_much_it_reminds() {
        var read = TenantConfigReader.read(SIEGVO.replace("rounding:", """
                reminders:
                  reminder:
                    days-after-due: 10
                    channel: mail
                    minimum: "5.00"
                  formal-notice:
                    days-after-due: 40
                    channel: both
                    minimum: "15.00"
                    text: "Payez {montant} avant tout."
                  days-between: 20

                rounding:"""));

        assertThat(read.reminders())
                .isEqualTo(new Reminders(
                        level(10, Channel.MAIL, "5.00", null),
                        level(40, Channel.BOTH, "15.00", "Payez {montant} avant tout."),
                        20));
    }

    @Test
    void the_formal_notice_comes_after_the_reminder() {
        assertThat(new Reminders(level(10), level(11), 15).isOn()).isTrue();
        refuses("reminder-order", () -> new Reminders(level(10), level(10), 15));
        assertThat(new Reminders(null, level(10), 15).level(ReminderStep.REMINDER))
                .isEmpty();
    }

    @Test
    void subscribers_are_told_of_invoices_where_a_utility_says_so() {
        assertThat(TenantConfigReader.read(SIEGVO).invoiceMails().isOn()).isFalse();
        assertThat(TenantConfigReader.read(SIEGVO.replace(
                                "rounding:", "invoice-mails:\n  issued: true\n  due-soon-days: 7\n\nrounding:"))
                        .invoiceMails())
                .isEqualTo(new InvoiceMails(true, 7));
        assertThat(new InvoiceMails(false, 30).isOn()).isTrue();
        refuses("due-soon-days", () -> new InvoiceMails(true, -1));
        refuses("due-soon-days", () -> new InvoiceMails(true, 31));
    }

    @Test
    void late_charges_are_for_utilities_that_say_so() {
        assertThat(TenantConfigReader.read(SIEGVO).lateCharges().sewerage()).isFalse();
        assertThat(TenantConfigReader.read(SIEGVO.replace("rounding:", "late-charges:\n  sewerage: true\n\nrounding:"))
                        .lateCharges()
                        .sewerage())
                .isTrue();
    }

    @Test
    void days_are_of_a_year() {
        refuses("reminder-days", () -> level(0));
        refuses("reminder-days", () -> level(366));
        refuses("reminder-pause", () -> new Reminders(null, null, 0));
        refuses("reminder-pause", () -> new Reminders(null, null, 181));
    }

    @Test
    void a_text_has_places_that_are_known_and_an_end() {
        assertThat(level(10, Channel.MAIL, "1.00", "{montant} {contrat}").text())
                .isNotNull();
        refuses("reminder-text-places", () -> level(10, Channel.MAIL, "1.00", "Bonjour {nom}"));
        refuses("reminder-text-long", () -> level(10, Channel.MAIL, "1.00", "a".repeat(2001)));
    }

    @Test
    void what_a_utility_has_not_written_is_said_in_the_usual_words() {
        var reminders = new Reminders(level(10, Channel.MAIL, "1.00", "Payez {montant}."), level(30), 15);

        assertThat(reminders.text(ReminderStep.REMINDER, Locale.FRENCH)).isEqualTo("Payez {montant}.");
        for (var step : ReminderStep.values()) {
            assertThat(ReminderText.unknownPlaces(ReminderText.usual(step, Locale.FRENCH)))
                    .isEmpty();
        }
        assertThat(ReminderText.filled("{montant} pour {contrat}", 1, Map.of("{montant}", "5 $1")))
                .isEqualTo("5 $1 pour {contrat}");
    }

    @Test
    void a_text_says_one_thing_of_an_invoice_and_another_of_several() {
        var text = "{La facture est attendue|Les factures sont attendues dès} le {échéance}{| $1 {montant}}.";
        var values = Map.of("{échéance}", "3 mars", "{montant}", "5 €");

        assertThat(level(10, Channel.MAIL, "1.00", text).text()).isEqualTo(text);
        assertThat(ReminderText.filled(text, 1, values)).isEqualTo("La facture est attendue le 3 mars.");
        assertThat(ReminderText.filled(text, 2, values)).isEqualTo("Les factures sont attendues dès le 3 mars $1 5 €.");
        refuses("reminder-text-places", () -> level(10, Channel.MAIL, "1.00", "{une|deux|trois}"));
        refuses("reminder-text-places", () -> level(10, Channel.MAIL, "1.00", "{la facture de {nom}|les factures}"));
    }

    private static ReminderLevel level(int days) {
        return level(days, Channel.MAIL, "1.00", null);
    }

    private static ReminderLevel level(int days, Channel channel, String minimum, @Nullable String text) {
        return new ReminderLevel(days, channel, new EuroAmount(minimum), text);
    }

    private static void refuses(String code, Runnable construction) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(construction::run).withMessage(code);
    }
}
