package fr.ondine.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.ondine.platform.tenancy.StartRefused;
import fr.ondine.testing.services.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A process that the mail server refuses does not begin; one whose mail server is away does. */
class MailEntranceTests {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("portail", "right"));

    @BeforeEach
    void one_that_asks_who_comes() {
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void a_wrong_password_is_told_by_the_setting_and_no_value() {
        assertThatThrownBy(() -> come(port(), "portail", "hunter2"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("spring.mail.password, or spring.mail.username, is not what the mail server knows.");
    }

    @Test
    void the_right_one_a_server_that_is_away_and_one_that_asks_nobody_stop_nothing() {
        assertThatCode(() -> come(port(), "portail", "right")).doesNotThrowAnyException();
        assertThatCode(() -> come(FreePorts.one(), "portail", "right")).doesNotThrowAnyException();
        assertThatCode(() -> come(port(), "", "")).doesNotThrowAnyException();
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    @Test
    void who_sends_no_mails_asks_nobody() {
        assertThatCode(() -> come(port(), "portail", "hunter2", false)).doesNotThrowAnyException();
    }

    @Test
    void the_key_of_returns_is_not_in_what_a_log_would_say_of_the_settings() {
        var key = "0123456789abcdef0123456789abcdef";
        assertThat(new MailSettings("portail@exploitant.fr", key).toString())
                .contains("portail@exploitant.fr")
                .doesNotContain(key);
    }

    private static void come(int port, String name, String password) {
        come(port, name, password, true);
    }

    private static void come(int port, String name, String password, boolean doesJobs) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setUsername(name);
        sender.setPassword(password);
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        new MailEntrance(beans.getBeanProvider(JavaMailSenderImpl.class), doesJobs).afterSingletonsInstantiated();
    }
}
