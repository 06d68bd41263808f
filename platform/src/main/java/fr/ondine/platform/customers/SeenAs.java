package fr.ondine.platform.customers;

import fr.ondine.platform.identity.CurrentUser;
import java.time.Instant;

/** Whose portal is looked at, and until when. */
public record SeenAs(CurrentUser user, AgreementId agreement, Instant until) {}
