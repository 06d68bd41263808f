package fr.ondine.platform.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Against a server that speaks the protocol of clamd: it takes one stream, and answers. */
class ClamdScanTests {

    private static final byte[] LARGE = new byte[200_000];

    @Test
    void a_file_is_sent_whole_in_chunks_and_found_clean() throws Exception {
        LARGE[199_999] = 7;

        var sent = asked("stream: OK\0", LARGE, FileScan.Verdict.CLEAN);

        assertThat(sent).isEqualTo(LARGE);
    }

    @Test
    void what_is_found_in_it_is_said() throws Exception {
        asked("stream: Eicar-Test-Signature FOUND\0", new byte[] {1}, FileScan.Verdict.INFECTED);
    }

    @Test
    void an_answer_that_is_none_is_no_verdict() throws Exception {
        assertThatThrownBy(() -> asked("INSTREAM size limit exceeded. ERROR\0", new byte[] {1}, null))
                .isInstanceOf(ScanFailed.class);
    }

    @Test
    void a_scanner_that_is_away_is_no_verdict() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> scan(free).scan(new byte[] {1})).isInstanceOf(ScanFailed.class);
    }

    private static byte[] asked(String answer, byte[] content, FileScan.Verdict expected)
            throws IOException, ExecutionException, InterruptedException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var sent = CompletableFuture.supplyAsync(() -> serve(server, answer));
            var verdict = scan(server.getLocalPort()).scan(content);
            assertThat(verdict).isEqualTo(expected);
            return sent.get();
        }
    }

    private static ClamdScan scan(int port) {
        return new ClamdScan("127.0.0.1", port, Duration.ofSeconds(5));
    }

    private static byte[] serve(ServerSocket server, String answer) {
        try (var client = server.accept()) {
            var in = new DataInputStream(client.getInputStream());
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            var stream = new ByteArrayOutputStream();
            for (var size = in.readInt(); size > 0; size = in.readInt()) {
                stream.write(in.readNBytes(size));
            }
            client.getOutputStream()
                    .write((command.equals("zINSTREAM\0") ? answer : "UNKNOWN COMMAND\0")
                            .getBytes(StandardCharsets.US_ASCII));
            return stream.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
