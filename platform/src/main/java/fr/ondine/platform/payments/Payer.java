package fr.ondine.platform.payments;

import fr.ondine.platform.identity.UserId;

/**
 * Who pays, and at which host of the utility they are signed in: cookies stay on one host, so the provider has to send
 * them back there.
 */
public record Payer(UserId user, String host) {}
