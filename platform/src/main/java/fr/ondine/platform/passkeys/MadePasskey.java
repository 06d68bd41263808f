package fr.ondine.platform.passkeys;

/** A passkey that a device has just made, as {@link KnownPasskey} keeps it. */
public record MadePasskey(byte[] credentialId, byte[] credential, long counter, boolean synced, String host) {}
