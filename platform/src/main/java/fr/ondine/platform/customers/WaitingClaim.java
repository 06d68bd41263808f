package fr.ondine.platform.customers;

import java.time.Instant;
import java.util.UUID;

/** A claim that customer service has to decide: which contract, whose, and who asks with what proof. */
public record WaitingClaim(UUID id, String number, String holder, String claimant, String proof, Instant createdAt) {}
