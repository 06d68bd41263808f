package fr.ondine.simulators.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An object storage that speaks S3 as far as files need it: put, get, delete and list, all signed (AWS
 * Signature Version 4), with buckets in the path. It lists few at a time, so that whoever does not turn the page is found.
 */
public final class S3Simulator implements AutoCloseable {

    public static final String BUCKET = "documents";
    public static final String ACCESS_KEY = "AKIDSIMULATED";
    public static final String SECRET_KEY = "a/secret+of/the+simulator";

    private static final int PAGE = 3;

    private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final HttpServer server;

    private S3Simulator() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public static S3Simulator start() {
        try {
            return new S3Simulator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What is in the bucket, by its key. */
    public NavigableMap<String, byte[]> objects() {
        return objects;
    }

    /** The next requests are answered that it is busy. */
    public void isBusy(int times) {
        failures.set(times);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var refusal = new SignedRequest(exchange, body).refusal(ACCESS_KEY, SECRET_KEY);
            if (refusal.isPresent()) {
                error(exchange, 403, refusal.get());
            } else if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                error(exchange, 503, "SlowDown");
            } else if (exchange.getRequestHeaders().keySet().stream().anyMatch(S3Simulator::isNew)) {
                error(exchange, 501, "NotImplemented");
            } else if (exchange.getRequestURI().getPath().equals("/" + BUCKET)) {
                answerBucket(exchange);
            } else {
                answerObject(exchange, body);
            }
        }
    }

    /** Checksums that Amazon's storage took on in 2022 and not everybody has. */
    private static boolean isNew(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith("x-amz-checksum-");
    }

    private void answerObject(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/" + BUCKET + "/")) {
            error(exchange, 404, "NoSuchBucket");
            return;
        }
        var key = path.substring(BUCKET.length() + 2);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, key, body);
            case "GET" -> get(exchange, key);
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> error(exchange, 405, "MethodNotAllowed");
        }
    }

    private void put(HttpExchange exchange, String key, byte[] body) throws IOException {
        var told = exchange.getRequestHeaders().getFirst("Content-MD5");
        if (told != null && !told.equals(md5(body))) {
            error(exchange, 400, "BadDigest");
            return;
        }
        objects.put(key, body);
        send(exchange, 200, "");
    }

    private void get(HttpExchange exchange, String key) throws IOException {
        var found = objects.get(key);
        if (found == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        exchange.sendResponseHeaders(200, found.length == 0 ? -1 : found.length);
        exchange.getResponseBody().write(found);
    }

    private void answerBucket(HttpExchange exchange) throws IOException {
        var query = SignedRequest.query(exchange.getRequestURI());
        if (!exchange.getRequestMethod().equals("GET")) {
            error(exchange, 405, "MethodNotAllowed");
            return;
        }
        list(
                exchange,
                query.getOrDefault("prefix", ""),
                Math.min(PAGE, Integer.parseInt(query.getOrDefault("max-keys", "1000"))),
                query.getOrDefault("continuation-token", ""));
    }

    private void list(HttpExchange exchange, String prefix, int most, String after) throws IOException {
        var found = objects.tailMap(after, false).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .toList();
        var page = found.stream().limit(most).toList();
        send(exchange, 200, listed(page, found.size() > page.size()));
    }

    private static String listed(List<String> page, boolean isCut) {
        var contents = page.stream()
                .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                .collect(Collectors.joining());
        return "<ListBucketResult><IsTruncated>" + isCut + "</IsTruncated><KeyCount>" + page.size() + "</KeyCount>"
                + (isCut ? "<NextContinuationToken>" + page.getLast() + "</NextContinuationToken>" : "")
                + contents + "</ListBucketResult>";
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, "<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>");
    }

    private static void send(HttpExchange exchange, int status, String xml) throws IOException {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
