package fr.ondine.platform.notifications;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** From which address mails leave, when not from one under each utility's own host. */
@ConfigurationProperties("ondine.mail")
record MailSettings(@Nullable String sender) {

    String senderOf(String host) {
        return sender == null ? "ne-pas-repondre@" + host : sender;
    }
}
