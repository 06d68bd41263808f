package fr.ondine.platform.leaks;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.documents.Storage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the pictures of certificates: looked at by the scanner first, then kept outside the database. */
@Component
class Certificates {

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final FileScan scanner;
    private final Documents documents;
    private final Storage storage;

    Certificates(FileScan scanner, Documents documents, Storage storage) {
        this.scanner = scanner;
        this.documents = documents;
        this.storage = storage;
    }

    /** What was sent, looked at and not kept yet. */
    record Looked(DocumentContent document, Scan scan) {}

    /** Before any transaction, for the scanner may take its time and nobody is to wait behind it. */
    Looked look(CertificateFile file, String contract) {
        var document = file.document(contract);
        storage.refuseWhenFull();
        return new Looked(document, scan(document.bytes()));
    }

    DocumentId keep(Looked looked) {
        var document = looked.document();
        return documents.store(document.fileName(), document.mediaType(), new ByteArrayInputStream(document.bytes()));
    }

    private Scan scan(byte[] content) {
        try {
            return switch (scanner.scan(content)) {
                case CLEAN -> Scan.CLEAN;
                case NOT_SCANNED -> Scan.NOT_SCANNED;
                case INFECTED -> throw LeakRefused.infected();
            };
        } catch (ScanFailed away) {
            LOG.error("a certificate was not taken", away);
            throw LeakRefused.notScannedNow();
        }
    }

    /** The picture that another one has taken the place of. */
    void forget(LeakFile before) {
        before.certificate().flatMap(Certificate::document).ifPresent(documents::deleteWhenCommitted);
    }

    Optional<DocumentContent> of(LeakFile file) {
        return file.certificate().flatMap(Certificate::document).map(documents::content);
    }
}
