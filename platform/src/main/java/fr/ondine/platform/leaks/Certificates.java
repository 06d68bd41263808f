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

    /** A document that is kept, and whether it was looked at. */
    record Kept(DocumentId document, Scan scan) {}

    Kept keep(CertificateFile file, LeakFile of) {
        var document = file.document(of.contract());
        var scan = scan(document.bytes());
        storage.refuseWhenFull();
        return new Kept(
                documents.store(document.fileName(), document.mediaType(), new ByteArrayInputStream(document.bytes())),
                scan);
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
        before.certificate().flatMap(Certificate::document).ifPresent(documents::delete);
    }

    Optional<DocumentContent> of(LeakFile file) {
        return file.certificate().flatMap(Certificate::document).map(documents::content);
    }
}
