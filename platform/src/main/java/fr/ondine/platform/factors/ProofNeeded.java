package fr.ondine.platform.factors;

/**
 * The person may do this, once they have given their second factor again. No refusal of the domain: a page asks for it
 * and goes on, and nobody else may take it for an answer.
 */
public final class ProofNeeded extends RuntimeException {

    public ProofNeeded() {
        super("the second factor is needed again");
    }
}
