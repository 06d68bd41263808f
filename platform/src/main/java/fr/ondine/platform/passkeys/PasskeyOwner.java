package fr.ondine.platform.passkeys;

/**
 * For whom a device makes a passkey, as it names them when it asks which one to use.
 *
 * @param handle random, and the same for all passkeys of that account: it tells nothing of whose it is
 */
public record PasskeyOwner(byte[] handle, String address, String displayName) {}
