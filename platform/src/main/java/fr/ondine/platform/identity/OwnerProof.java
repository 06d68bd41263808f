package fr.ondine.platform.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * That the person who is signed in has shown once more that the account is theirs: for one act, once and until a moment.
 * It is kept in the session where it was shown.
 */
public record OwnerProof(UUID id, UserId user, OwnerAct act, Instant until) implements Serializable {}
