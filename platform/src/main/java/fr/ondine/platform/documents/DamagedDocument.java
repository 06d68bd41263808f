package fr.ondine.platform.documents;

/** The file of a document is not, or no longer, what was stored: it must be brought back from a backup. */
final class DamagedDocument extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DamagedDocument(DocumentId id) {
        super("the file of document " + id.value() + " is not what was stored");
    }
}
