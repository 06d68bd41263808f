package fr.ondine.platform.documents;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the files of documents are kept: a directory that outlives the process and is backed up with the database. */
@ConfigurationProperties("ondine.documents")
record DocumentSettings(@Nullable Path directory) {

    DocumentSettings {
        if (directory == null) {
            throw new IllegalArgumentException("ondine.documents.directory must say where documents are kept");
        }
    }

    Path of(String tenant) {
        if (directory == null) {
            throw new IllegalStateException();
        }
        return directory.resolve(tenant);
    }
}
