package fr.ondine.platform.documents;

import fr.ondine.platform.tenancy.TenantLeaving;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Removes the files of a utility that leaves. */
@Component
class ForgetDocuments {

    private final DocumentSettings settings;

    ForgetDocuments(DocumentSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void on(TenantLeaving leaving) {
        try {
            FileSystemUtils.deleteRecursively(settings.of(leaving.tenant().slug()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
