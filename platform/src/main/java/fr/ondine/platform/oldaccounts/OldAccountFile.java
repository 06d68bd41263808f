package fr.ondine.platform.oldaccounts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A former login as staff see it.
 *
 * @param cameOverOn the day on which it became part of an account
 * @param maskedAddress where a link may be sent
 * @param hasPassword whether its owner may still come with the former password
 */
public record OldAccountFile(
        UUID id,
        String number,
        @Nullable LocalDate cameOverOn,
        @Nullable String maskedAddress,
        boolean hasPassword) {}
