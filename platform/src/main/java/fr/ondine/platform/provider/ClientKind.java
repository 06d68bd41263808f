package fr.ondine.platform.provider;

/** Whom a program acts for: the utility itself, or one subscriber at a time who agreed. */
public enum ClientKind {
    /** By {@code client_credentials}. */
    MACHINE,
    /** By a code and PKCE, after the subscriber's consent. */
    APPLICATION
}
