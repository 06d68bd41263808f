package fr.ondine.platform.customers;

/** Why customer service refuses a claim: the claimant is told in words of ours, which name nobody. */
public enum ClaimRefusal {
    /** Nobody could find out whether the contract is theirs. */
    NOT_VERIFIED,
    /** Whoever holds the contract was asked, and knows nothing of it. */
    HOLDER_DECLINES,
    /** The contract is of another place, or of somebody before or after them. */
    ANOTHER_CONTRACT
}
