package fr.ondine.platform.notifications;

import fr.ondine.platform.kernel.DomainException;

/** A message that cannot be sent as it is: something is missing, or it is longer than {@code longest} signs. */
public final class ContactMessageRefused extends DomainException {

    ContactMessageRefused(String code, int longest) {
        super(code, longest);
    }
}
