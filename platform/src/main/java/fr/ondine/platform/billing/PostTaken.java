package fr.ondine.platform.billing;

import java.time.Instant;

/** Somebody took what goes by post to print it. */
public record PostTaken(Instant at, String by) {}
