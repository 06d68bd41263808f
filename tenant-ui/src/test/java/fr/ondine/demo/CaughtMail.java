package fr.ondine.demo;

import java.time.Instant;
import java.util.List;

/** A mail that would have been sent. */
record CaughtMail(
        String id,
        String to,
        String from,
        String subject,
        Instant receivedAt,
        List<String> links,
        String text,
        String html) {}
