package fr.ondine.tenantconfig;

/** A way to sign in that a utility may offer; one is added when it is built. */
public enum LoginMethod {
    EMAIL_AND_PASSWORD,
    FRANCE_CONNECT
}
