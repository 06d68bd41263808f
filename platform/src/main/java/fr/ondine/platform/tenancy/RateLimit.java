package fr.ondine.platform.tenancy;

import java.time.Duration;

/** So many attempts of that kind in each window, by or at that subject: an address, an account, a contract. */
public record RateLimit(String kind, String subject, int permits, Duration window) {}
