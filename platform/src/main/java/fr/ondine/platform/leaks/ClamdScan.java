package fr.ondine.platform.leaks;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a ClamAV daemon by its INSTREAM command: chunks with their length before them, an empty one at the end. */
final class ClamdScan implements FileScan {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScan.class);
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4_096;

    private final String host;
    private final int port;
    private final Duration timeout;

    ClamdScan(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    public Verdict scan(byte[] content) {
        var answer = ask(content);
        if (answer.endsWith(" OK")) {
            return Verdict.CLEAN;
        }
        if (answer.endsWith(" FOUND")) {
            LOG.warn("a file was refused: {}", answer);
            return Verdict.INFECTED;
        }
        throw new ScanFailed("clamd says " + answer);
    }

    private String ask(byte[] content) {
        var millis = Math.toIntExact(timeout.toMillis());
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (var from = 0; from < content.length; from += CHUNK) {
                var size = Math.min(CHUNK, content.length - from);
                out.writeInt(size);
                out.write(content, from, size);
            }
            out.writeInt(0);
            out.flush();
            var answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
        } catch (IOException away) {
            throw new ScanFailed("clamd at " + host + ":" + port + " does not answer", away);
        }
    }
}
