package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.RawToken;

/** A session that has begun, and the mark by which its browser is known the next time. */
public record Entered(CurrentUser user, RawToken mark) {}
