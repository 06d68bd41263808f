package fr.ondine.platform.publications;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The logos that the bound utility ever had or prepares; its configuration says which is shown. */
@Service
@Transactional
public class Logos {

    private final UploadedFiles files;

    Logos(UploadedFiles files) {
        this.files = files;
    }

    /** Takes an image in, for a configuration to name. */
    public UUID upload(CurrentStaff who, String fileName, byte[] content) {
        who.require(StaffPermission.CONFIGURE);
        var image = LogoImage.checked(content);
        return files.keep(who, new DocumentContent(fileName, image.mediaType(), image.bytes()));
    }

    /** Anybody may see one whose identifier they know: mails of last year still show that of last year. */
    @Transactional(readOnly = true)
    public Optional<LogoImage> find(UUID id) {
        return files.find(id)
                .filter(file -> ImageFormat.of(file.bytes()).isPresent())
                .map(file -> LogoImage.of(file.bytes()));
    }
}
