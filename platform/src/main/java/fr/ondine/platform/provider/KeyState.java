package fr.ondine.platform.provider;

/** What a key is for: to be known before it signs, to sign, or to be known for what it has signed. */
public enum KeyState {
    NEXT,
    ACTIVE,
    RETIRED
}
