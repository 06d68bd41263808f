package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import java.time.Instant;

/** A space that somebody asked for and has not confirmed: where the link was mailed, and when. */
public record AwaitedSpace(EmailAddress email, Instant askedAt) {}
