package fr.ondine.platform.documents;

import fr.ondine.platform.documents.DocumentSettings.Bucket;
import fr.ondine.platform.tenancy.TenantContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Files in a bucket of an object storage that speaks S3; what it was given damaged it refuses, by their MD5. */
final class DocumentBucket implements DocumentFiles, AutoCloseable {

    // a transaction waits for it
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration IN_ALL = Duration.ofSeconds(30);

    /** A start waits no longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(DocumentBucket.class);

    private final String bucket;
    private final S3Client storage;

    DocumentBucket(Bucket bucket) {
        this.bucket = String.valueOf(bucket.name());
        this.storage = client(bucket);
    }

    private static S3Client client(Bucket bucket) {
        return S3Client.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of(bucket.region()))
                .forcePathStyle(bucket.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(limits -> limits.apiCallTimeout(IN_ALL))
                // not all that speak S3 understand Amazon's newer checksums
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .build();
    }

    @Override
    public Written write(DocumentId id, InputStream content) {
        try {
            var whole = Files.createTempFile("document", null);
            try {
                return send(key(id), content, whole);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By way of a file, since its length is told before it. */
    private Written send(String key, InputStream content, Path whole) throws IOException {
        var md5 = DocumentFiles.digest("MD5");
        var sha256 = DocumentFiles.sha256();
        try (var digested = new DigestInputStream(new DigestInputStream(content, md5), sha256);
                var file = Files.newOutputStream(whole)) {
            digested.transferTo(file);
        }
        asked(() -> storage.putObject(
                put -> put.bucket(bucket)
                        .key(key)
                        .contentMD5(Base64.getEncoder().encodeToString(md5.digest())),
                whole));
        return new Written(sha256.digest(), Files.size(whole));
    }

    @Override
    public byte[] read(DocumentId id) {
        return asked(() -> storage.getObjectAsBytes(get -> get.bucket(bucket).key(key(id))))
                .asByteArray();
    }

    @Override
    public InputStream open(DocumentId id) throws IOException {
        try {
            return asked(() -> storage.getObject(get -> get.bucket(bucket).key(key(id))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void delete(DocumentId id) {
        delete(key(id));
    }

    private void delete(String key) {
        asked(() -> storage.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    @Override
    public boolean areThere() {
        return has(TenantContext.current().slug() + "/");
    }

    private boolean has(String prefix) {
        return asked(() -> storage.listObjectsV2(
                                list -> list.bucket(bucket).prefix(prefix).maxKeys(1)))
                        .keyCount()
                > 0;
    }

    /** One by one: to delete many at once wants a checksum that not all understand, or is not known at all. */
    @Override
    public void deleteAll(String tenant) {
        asked(() -> {
            storage.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(tenant + "/"))
                    .forEach(page -> page.contents().forEach(file -> delete(file.key())));
            return true;
        });
    }

    @Override
    public boolean areArriving() {
        return has(mark());
    }

    @Override
    public void arriving() {
        asked(() -> storage.putObject(put -> put.bucket(bucket).key(mark()), RequestBody.empty()));
    }

    @Override
    public void arrived() {
        delete(mark());
    }

    @Override
    public Optional<String> refusal() {
        try {
            storage.listObjectsV2(list ->
                    list.bucket(bucket).maxKeys(1).overrideConfiguration(limits -> limits.apiCallTimeout(PATIENCE)));
        } catch (S3Exception refused) {
            var code = refused.awsErrorDetails() == null
                    ? ""
                    : " (" + refused.awsErrorDetails().errorCode() + ")";
            switch (refused.statusCode()) {
                case 403 -> {
                    return Optional.of("ondine.documents.bucket.access-key, or .secret-key, may not list that bucket"
                            + code + ".");
                }
                case 404 -> {
                    return Optional.of("ondine.documents.bucket.name is no bucket of that storage" + code + ".");
                }
                default -> LOG.warn("the storage of documents does not answer as it should: {}", refused.getMessage());
            }
        } catch (SdkException away) {
            LOG.warn("the storage of documents is away: {}", away.getMessage());
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        storage.close();
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (NoSuchKeyException gone) {
            throw new UncheckedIOException(new NoSuchFileException("a document's file"));
        } catch (SdkException failed) {
            throw new UncheckedIOException(new IOException(failed));
        }
    }

    private static String key(DocumentId id) {
        return DocumentFiles.path(TenantContext.current().slug(), id);
    }

    private static String mark() {
        return DocumentFiles.mark(TenantContext.current().slug());
    }
}
