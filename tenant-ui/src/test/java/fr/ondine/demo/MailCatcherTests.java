package fr.ondine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class MailCatcherTests {

    @TempDir
    Path folder;

    @Test
    void keeps_a_mail_with_its_words_and_links_for_the_next_start() throws Exception {
        try (var catcher = MailCatcher.start(new MailFolder(folder, Clock.systemUTC()))) {
            send(catcher.port(), "dupont.p@exemple.fr");
        }
        var kept = new MailFolder(folder, Clock.systemUTC()).to("Dupont.P@exemple.fr");

        assertThat(kept).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Activez votre compte à l'eau");
            assertThat(mail.from()).isEqualTo("Service clients d'iléo <facturation@siegvo.com>");
            assertThat(mail.text()).contains("Bonjour, é €");
            assertThat(mail.html()).contains("<a href");
            assertThat(mail.links()).containsExactly("http://siegvo.localhost:8080/activation?jeton=abc-1");
        });
    }

    @Test
    void keeps_one_for_each_address_and_shows_nobody_another_s() throws Exception {
        var mails = new MailFolder(folder, Clock.systemUTC());
        try (var catcher = MailCatcher.start(mails)) {
            send(catcher.port(), "a@exemple.fr", "b@exemple.fr");
        }
        assertThat(mails.all()).hasSize(2);
        assertThat(mails.to("b@exemple.fr")).hasSize(1);
        assertThat(mails.to("c@exemple.fr")).isEmpty();
    }

    private static void send(int port, String... recipients) throws Exception {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var message = sender.createMimeMessage();
        var mail = new MimeMessageHelper(message, true, "UTF-8");
        mail.setFrom("facturation@siegvo.com", "Service clients d'iléo");
        mail.setTo(recipients);
        mail.setSubject("Activez votre compte à l'eau");
        var link = "http://siegvo.localhost:8080/activation?jeton=abc-1";
        mail.setText("Bonjour, é €\n" + link + "\n", "<p>Bonjour <a href=\"" + link + "\">Activer</a></p>");
        sender.send(message);
    }
}
