package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;
import java.util.List;

/**
 * What became of readings that were pushed.
 *
 * @param already those that were there, with the same register
 * @param refusals of the others, each with its place in what was sent, beginning with nought
 */
public record PushReport(int received, int kept, int already, List<Refusal> refusals) {

    public PushReport {
        refusals = List.copyOf(refusals);
    }

    /** Why one was not kept. */
    public record Refusal(int index, DomainException why) {}
}
