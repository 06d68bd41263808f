package fr.ondine.platform.tenancy;

import java.time.Duration;

/** So many attempts of that kind in each window, by or at that subject: an address, an account, a contract. */
public record RateLimit(String kind, String subject, int permits, Duration window) {

    private static final String ALL = "all";

    /** So many by or at all of a utility together, which is what a spray meets that no other limit sees. */
    public static RateLimit ofAll(String kind, int permits, Duration window) {
        return new RateLimit(kind, ALL, permits, window);
    }

    public boolean isOfAll() {
        return subject.equals(ALL);
    }
}
