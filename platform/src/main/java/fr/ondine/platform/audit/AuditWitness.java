package fr.ondine.platform.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** How far a trail had come at one moment, signed with the platform's key for that utility. */
record AuditWitness(UUID chain, long number, byte[] hash, Instant takenAt, String mac) {

    static final String PURPOSE = "audit-witness";

    /** What is signed: neither place nor hash can be another's. */
    String words() {
        return chain + " " + number + " " + HexFormat.of().formatHex(hash);
    }
}
