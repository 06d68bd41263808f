package fr.ondine.platform.leaks;

import fr.ondine.platform.documents.DocumentId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a plumber certified (attestation de réparation).
 *
 * @param by who brought it: {@code user:id} or {@code staff:id}
 * @param place where the leak was
 * @param document its picture; none of one that came on paper
 */
public record Certificate(
        LocalDate receivedOn,
        String by,
        String place,
        LocalDate repairedOn,
        Optional<DocumentId> document,
        Scan scan) {}
