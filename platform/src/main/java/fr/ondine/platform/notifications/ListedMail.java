package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the utility as its staff see it.
 *
 * @param recipient so much of the address as its owner would recognise
 * @param fault why it has not left so far; null where nothing went wrong
 * @param isSendable whether it may be tried again
 */
public record ListedMail(
        UUID id,
        String subject,
        String recipient,
        @Nullable AgreementId agreement,
        Instant writtenAt,
        @Nullable Instant sentAt,
        MailState state,
        int attempts,
        @Nullable MailFault fault,
        boolean isSendable) {}
