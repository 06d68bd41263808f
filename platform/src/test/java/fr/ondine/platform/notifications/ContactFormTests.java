package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@PlatformTest
class ContactFormTests {

    @Autowired
    ContactForm form;

    @Autowired
    CaughtMails caught;

    @Autowired
    TenantClock clock;

    @Test
    void a_message_reaches_the_utility_and_is_answered_to_the_visitor() {
        send(message("Bonjour,\nmon compteur <b>fuit</b>."), "203.0.113." + UUID.randomUUID());

        var mail = caught.await(
                "service.eau@lemalesherbois.exemple.fr",
                letter -> letter.plain().contains("mon compteur"));
        assertThat(mail.replyTo()).isEqualTo("petit@exemple.fr");
        assertThat(mail.subject()).isEqualTo("Portail abonnés\u00a0: Une fuite");
        assertThat(mail.plain()).contains("mon compteur <b>fuit</b>.", "Léa Petit", "06 06 06 06 06");
        assertThat(mail.html()).contains("mon compteur &lt;b&gt;fuit&lt;/b&gt;.");
    }

    @Test
    void one_place_sends_five_messages_an_hour_and_does_not_stop_another() {
        var address = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            send(message("Bonjour"), address);
        }

        assertThatExceptionOfType(TooManyContactMessages.class).isThrownBy(() -> send(message("Bonjour"), address));
        assertThatNoException()
                .isThrownBy(() -> send(message("Bonjour"), UUID.randomUUID().toString()));
    }

    @Test
    void a_message_says_something_and_not_too_much() {
        assertThatExceptionOfType(ContactMessageRefused.class)
                .isThrownBy(() -> message(" \n "))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("contact.message-missing"));
        assertThatExceptionOfType(ContactMessageRefused.class)
                .isThrownBy(() -> message("a".repeat(5_001)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("contact.message-too-long"));
        assertThat(message("a".repeat(5_000)).message()).hasSize(5_000);
    }

    @Test
    void signs_that_nobody_sees_are_left_out() {
        var typed = new ContactMessage(
                "Léa\u0000Petit",
                new EmailAddress("petit@exemple.fr"),
                "06\u0007 06",
                "Une\u001bfuite",
                "Oui\u0000,\n\tnon");
        assertThat(typed.name()).isEqualTo("Léa Petit");
        assertThat(typed.phone()).isEqualTo("06 06");
        assertThat(typed.subject()).isEqualTo("Une fuite");
        assertThat(typed.message()).isEqualTo("Oui,\n\tnon");
        assertThatExceptionOfType(ContactMessageRefused.class).isThrownBy(() -> message("\u0000"));
    }

    @Test
    @DirtiesContext // its scheduler waits for the time to which the clock was moved
    void a_message_is_sent_at_once_when_the_clock_has_been_moved() {
        clock.advance(Duration.ofDays(30));
        try {
            send(message("Bonjour du mois prochain"), UUID.randomUUID().toString());

            caught.await(
                    "service.eau@lemalesherbois.exemple.fr",
                    letter -> letter.plain().contains("du mois prochain"));
        } finally {
            clock.advance(Duration.ofDays(-30));
        }
    }

    private static ContactMessage message(String text) {
        return new ContactMessage(
                "Léa Petit", new EmailAddress("petit@exemple.fr"), "06 06 06 06 06", "Une fuite", text);
    }

    private void send(ContactMessage message, String networkAddress) {
        TenantContext.runAs(MALESHERBOIS, () -> form.send(message, new Visitor(networkAddress)));
    }
}
