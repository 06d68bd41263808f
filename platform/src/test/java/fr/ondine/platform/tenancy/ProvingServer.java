package fr.ondine.platform.tenancy;

import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Proves who it is to whoever connects and hangs up: all there is to know is whether it was believed. */
final class ProvingServer implements AutoCloseable {

    private final SSLServerSocket socket;
    private volatile boolean isBelieved;

    ProvingServer(SSLContext context) throws IOException {
        socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var visitor = (SSLSocket) socket.accept()) {
                visitor.startHandshake();
                isBelieved = true;
            } catch (IOException refused) {
                // it was not, and the next one may come; or it is closed
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    boolean isBelieved() {
        return isBelieved;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
