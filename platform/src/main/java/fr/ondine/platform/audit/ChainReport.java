package fr.ondine.platform.audit;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What was found of a trail.
 *
 * @param linked how many entries have their place
 * @param earlier how many were written before the chain began, which one digest covers
 * @param erased of how many the detail was taken away for good
 * @param hash of the last entry: whoever notes it elsewhere can tell later that nothing before it was changed
 */
public record ChainReport(long linked, long earlier, long erased, byte[] hash, Optional<Broken> broken) {

    public String head() {
        return HexFormat.of().formatHex(hash);
    }

    /** The first entry that is wrong: its place, and its id where it has one. */
    public record Broken(long number, String entry, ChainFault fault) {}
}
