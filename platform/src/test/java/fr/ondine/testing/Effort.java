package fr.ondine.testing;

import fr.ondine.platform.factors.HashesDone;

/**
 * What an answer cost: how many passwords were hashed and statements sent. Answers that must not be told apart by their
 * time cost the same, which can be counted, while times are a matter of luck.
 */
public record Effort(long hashes, int statements) {

    public static Effort of(Runnable work, StatementCount statements) {
        var sent = new int[1];
        var hashes = HashesDone.by(() -> sent[0] = statements.of(work));
        return new Effort(hashes, sent[0]);
    }
}
