package fr.ondine.platform.passkeys;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a browser was asked, to be answered once and before a moment. It is kept in the session that asked.
 *
 * @param challenge 256 random bits, which the answer signs
 * @param host the utility's own host where it was asked: passkeys of any other are none here
 */
public record PasskeyQuestion(String challenge, String host, Instant until) implements Serializable {}
