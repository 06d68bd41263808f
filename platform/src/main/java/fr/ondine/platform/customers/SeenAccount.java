package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;

/** An account of the portal that an agreement is linked to. */
public record SeenAccount(UserId user, String email) {}
