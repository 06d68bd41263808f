package fr.ondine.platform.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a trail.
 *
 * @param linked how many entries have their place
 * @param earlier how many were written before the chain began, which one digest covers
 * @param erased of how many the detail was taken away for good
 * @param witnesses with how many notes that the platform signed it was compared
 * @param hash of the last entry: whoever notes it elsewhere can tell later that nothing before it was changed
 */
public record ChainReport(long linked, long earlier, long erased, int witnesses, byte[] hash, Optional<Broken> broken) {

    public String head() {
        return HexFormat.of().formatHex(hash);
    }

    /** The first entry that is wrong: its place, its id where it has one, and of a witness when it says it was taken. */
    public record Broken(
            long number,
            String entry,
            ChainFault fault,
            @Nullable Instant takenAt) {

        Broken(long number, String entry, ChainFault fault) {
            this(number, entry, fault, null);
        }

        static Broken of(AuditWitness other) {
            return new Broken(other.number(), "", ChainFault.WITNESS_NOT_OURS, other.takenAt());
        }
    }
}
