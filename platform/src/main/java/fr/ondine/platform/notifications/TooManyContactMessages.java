package fr.ondine.platform.notifications;

import fr.ondine.platform.kernel.DomainException;

/** So many messages came from one place, or to one utility, that no more are taken for a while. */
public final class TooManyContactMessages extends DomainException {

    TooManyContactMessages() {
        super("contact.too-many");
    }
}
