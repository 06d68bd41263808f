package fr.ondine.platform.passkeys;

import java.util.UUID;

/**
 * A passkey as it is kept: what is needed to check what it signs, which is no secret.
 *
 * @param owner the account
 * @param handle the owner's, as devices know it
 * @param credential the credential's id and public key, as the standard writes them
 * @param counter how often it had signed, or zero where the device does not count
 * @param synced whether it may be on several devices of its owner
 * @param host where it was made, and alone counts
 */
public record KnownPasskey(
        UUID id,
        UUID owner,
        byte[] handle,
        byte[] credential,
        long counter,
        boolean synced,
        String host,
        String name) {}
