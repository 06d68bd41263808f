package fr.ondine.platform.documents;

import fr.ondine.platform.tenancy.StartRefused;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/**
 * Asks once, when a process begins that serves or does jobs, whether files can be kept where it was told: otherwise the
 * first invoice would tell. A command may be given a copy that it only reads.
 */
@Component
class DocumentEntrance implements SmartInitializingSingleton {

    private final DocumentFiles files;
    private final boolean keeps;

    DocumentEntrance(DocumentFiles files, ApplicationContext process) {
        this.files = files;
        this.keeps = process instanceof WebApplicationContext;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (keeps) {
            files.refusal().ifPresent(sentence -> {
                throw new StartRefused(sentence);
            });
        }
    }
}
