package fr.ondine.platform.notifications;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Duration;

/** A utility has sent as many mails as it may in a day; the others go when there is room again. */
final class MailsOfTheDaySent extends DomainException {

    MailsOfTheDaySent(TenantId tenant, Duration wait) {
        super("notifications.mails-of-the-day-sent", tenant, wait);
    }
}
