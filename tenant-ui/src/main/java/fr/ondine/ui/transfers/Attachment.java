package fr.ondine.ui.transfers;

import fr.ondine.platform.fleet.UtilityExport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A file that is made while it is fetched. Until it begins the answer can still be a refusal. */
public final class Attachment {

    private static final Logger LOG = LoggerFactory.getLogger(Attachment.class);

    private final HttpServletResponse response;
    private final String type;
    private boolean begun;

    public Attachment(HttpServletResponse response, String type) {
        this.response = response;
        this.type = type;
    }

    /** Sends what {@code work} writes; when that breaks off, so does the connection. */
    public void send(Consumer<UtilityExport.Destination> work) {
        try {
            work.accept(this::begin);
        } catch (RuntimeException failed) {
            if (begun) {
                LOG.warn("a file broke off while it was sent", failed);
                throw new BrokenOff();
            }
            throw failed;
        }
    }

    private OutputStream begin(String name) throws IOException {
        begun = true;
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        return new Unclosed(response.getOutputStream());
    }

    /**
     * Nobody can be told any more: what no handler knows makes the server break off the connection. Handlers know an
     * exception by its causes too, so that this one has none.
     */
    private static final class BrokenOff extends RuntimeException {}

    /** Only the server ends an answer, when all of it went well: one that breaks off must not look whole. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
