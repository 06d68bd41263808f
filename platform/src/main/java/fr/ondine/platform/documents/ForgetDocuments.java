package fr.ondine.platform.documents;

import fr.ondine.platform.tenancy.TenantLeaving;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes the files of a utility that leaves. */
@Component
class ForgetDocuments {

    private final DocumentFiles files;

    ForgetDocuments(DocumentFiles files) {
        this.files = files;
    }

    @EventListener
    void on(TenantLeaving leaving) {
        files.deleteAll(leaving.tenant().slug());
    }
}
