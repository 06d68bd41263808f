package fr.ondine.platform.fleet;

/** Is told how far a long piece of work on a utility has come. */
@FunctionalInterface
public interface TransferProgress {

    TransferProgress SILENT = (step, done) -> {};

    /** So many rows or files of that step are done. */
    void at(String step, long done);
}
