package fr.ondine.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the visitors of one utility from using up a node; files that cost nothing are not counted. */
@Component
class RequestLimit {

    private static final List<String> FREE = List.of("/VAADIN/", "/branding/", "/img/", "/js/", "/aura/", "/portal.");

    private static final String OUT_OF_THE_DATABASE = "/branding/logo/";

    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(5)).build();

    /** Whether the utility may have one more request answered now. */
    boolean allows(TenantId tenant, int perSecond, HttpServletRequest request) {
        return isFree(request.getRequestURI())
                || buckets.get(new Key(tenant, perSecond), RequestLimit::bucket).tryConsume(1);
    }

    private static boolean isFree(String path) {
        return FREE.stream().anyMatch(path::startsWith) && !path.startsWith(OUT_OF_THE_DATABASE);
    }

    /** A short burst is a page being opened; it may take two seconds' worth. */
    private static Bucket bucket(Key key) {
        var permits = key.perSecond();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(2L * permits).refillGreedy(permits, Duration.ofSeconds(1)))
                .build();
    }

    private record Key(TenantId tenant, int perSecond) {}
}
