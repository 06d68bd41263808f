package fr.ondine.platform.passkeys;

/** A question, and how the browser is to be asked it (JSON of the standard). */
public record PasskeyAsked(PasskeyQuestion question, String options) {}
