package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;

/** The account that claims, and its address, which whoever has to confirm is told. */
record Claimant(UserId user, EmailAddress email) {}
