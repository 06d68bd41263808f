package fr.ondine.platform.publications;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files for all subscribers of the bound utility. An upload alone shows nothing: a file is offered while the
 * configuration in force lists it, and kept for the versions that listed it.
 */
@Service
@Transactional
public class PublishedFiles {

    /** Ten megabytes: a set of rules of fifty scanned pages. */
    public static final int MOST_BYTES = 10 << 20;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final UploadedFiles files;
    private final Tenants tenants;

    PublishedFiles(UploadedFiles files, Tenants tenants) {
        this.files = files;
        this.tenants = tenants;
    }

    /** Takes a PDF in, for a configuration to list. */
    public UUID upload(CurrentStaff who, String fileName, byte[] content) {
        who.require(StaffPermission.CONFIGURE);
        if (content.length > MOST_BYTES) {
            throw new FileRefused("too-large", MOST_BYTES >> 20);
        }
        if (content.length < PDF.length || !Arrays.equals(PDF, Arrays.copyOf(content, PDF.length))) {
            throw new FileRefused("not-a-pdf");
        }
        return files.keep(who, new DocumentContent(fileName, DocumentContent.PDF, content));
    }

    /** What a subscriber may download now; nothing else has a file under its identifier here. */
    @Transactional(readOnly = true)
    public Optional<DocumentContent> offered(UUID id) {
        return tenants.current().downloads().stream()
                        .anyMatch(download -> download.file().id().equals(id))
                ? uploaded(id)
                : Optional.empty();
    }

    /** What was uploaded, for who prepares the list. */
    @Transactional(readOnly = true)
    public Optional<DocumentContent> uploaded(CurrentStaff who, UUID id) {
        who.require(StaffPermission.CONFIGURE);
        return uploaded(id);
    }

    private Optional<DocumentContent> uploaded(UUID id) {
        return files.find(id).filter(file -> file.mediaType().equals(DocumentContent.PDF));
    }
}
