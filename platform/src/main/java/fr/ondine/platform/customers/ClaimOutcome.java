package fr.ondine.platform.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a proven claim did. */
public sealed interface ClaimOutcome {

    /** These agreements are open now, the claimed one first; {@code olderNumber} is the one that was typed when it is no longer today's. */
    record Opened(
            List<AgreementSummary> agreements, @Nullable String olderNumber) implements ClaimOutcome {}

    /** It was open to this user before. */
    record AlreadyOpen(AgreementSummary agreement) implements ClaimOutcome {}

    /** Nothing is open yet: a link went to the address that the utility has on file. */
    record Mailed() implements ClaimOutcome {}

    /** Nothing is open yet: customer service decides. */
    record WaitsForStaff() implements ClaimOutcome {}
}
