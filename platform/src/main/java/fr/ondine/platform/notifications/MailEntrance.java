package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.StartRefused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Asks once, when a process begins that sends mails, whether the mail server lets it in: otherwise each would be tried again
 * for days before anybody saw why. A server that is away, or cannot tell just now, is met again by the mails.
 */
@Component
class MailEntrance implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MailEntrance.class);

    /** For good (RFC 4954), as a 454 is not. */
    private static final String REFUSED = "535";

    private final ObjectProvider<JavaMailSenderImpl> sender;
    private final boolean sends;

    MailEntrance(ObjectProvider<JavaMailSenderImpl> sender, @Value("${ondine.jobs.enabled:true}") boolean doesJobs) {
        this.sender = sender;
        this.sends = doesJobs;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (sends) {
            sender.ifAvailable(MailEntrance::ask);
        }
    }

    private static void ask(JavaMailSenderImpl server) {
        if (server.getUsername() == null || server.getUsername().isBlank()) {
            return;
        }
        try {
            server.testConnection();
        } catch (AuthenticationFailedException refused) {
            if (String.valueOf(refused.getMessage()).startsWith(REFUSED)) {
                throw new StartRefused(
                        "spring.mail.password, or spring.mail.username, is not what the mail server knows.", refused);
            }
            LOG.warn("the mail server does not say whether it lets us in: {}", refused.getMessage());
        } catch (MessagingException away) {
            LOG.warn("the mail server is away: {}", away.getMessage());
        }
    }
}
