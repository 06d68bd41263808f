package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import java.time.Instant;

/** What the account page shows of a person. */
public record Profile(EmailAddress email, PersonName name, Instant since) {}
