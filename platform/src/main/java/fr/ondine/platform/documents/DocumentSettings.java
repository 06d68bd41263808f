package fr.ondine.platform.documents;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Where the files of documents are kept: a directory that all processes share or a bucket, one that is backed up with the
 * database.
 */
@ConfigurationProperties("ondine.documents")
record DocumentSettings(@Nullable Path directory, @Nullable Bucket bucket) {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentSettings.class);

    /**
     * Of an object storage that speaks S3.
     *
     * @param endpoint {@code https://s3.gra.io.cloud.ovh.net}; plain HTTP inside a cluster
     * @param region as its requests are signed for; what has none takes any
     * @param pathStyle whether the bucket is named in the path, and not in the host
     */
    record Bucket(
            @Nullable String name,
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("true") boolean pathStyle) {

        Bucket {
            if (isUsed(name, endpoint)) {
                given("name", name);
                given("endpoint", endpoint == null ? null : endpoint.getHost());
                given("access-key", accessKey);
                given("secret-key", secretKey);
            }
        }

        /** Its keys are there before an upgrade that uses it and after one that was taken back. */
        private boolean isUsed() {
            return isUsed(name, endpoint);
        }

        private static boolean isUsed(@Nullable String name, @Nullable URI endpoint) {
            return StringUtils.hasText(name) || endpoint != null;
        }

        /** Without its keys: this may be logged. */
        @Override
        public String toString() {
            return "Bucket[" + name + " at " + endpoint + "]";
        }

        private static void given(String setting, @Nullable String value) {
            if (!StringUtils.hasText(value)) {
                throw new IllegalArgumentException(
                        "ondine.documents.bucket." + setting + " must be given with a bucket");
            }
        }
    }

    DocumentSettings {
        if (bucket != null && !bucket.isUsed()) {
            LOG.warn("ondine.documents.bucket has keys and no name: no bucket is used");
            bucket = null;
        }
        if ((directory == null) == (bucket == null)) {
            throw new IllegalArgumentException(
                    "ondine.documents.directory or ondine.documents.bucket.name must say where documents are kept, not both");
        }
    }

    DocumentFiles files() {
        if (bucket != null) {
            return new DocumentBucket(bucket);
        }
        if (directory != null) {
            return new DocumentFolder(directory);
        }
        throw new IllegalStateException();
    }
}
