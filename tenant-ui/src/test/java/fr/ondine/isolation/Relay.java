package fr.ondine.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server that can be cut and mended, as when the server dies and comes back. */
public final class Relay {

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket door;
    private final String host;
    private final int port;
    private volatile boolean cut;
    private volatile String last = "";

    public Relay(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(Relay::close);
        open.clear();
    }

    /** Cuts the line as soon as either side says that word. */
    public void cutAt(String word) {
        last = word;
    }

    void mend() {
        cut = false;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                join(door.accept());
            } catch (IOException refused) {
                // the caller tries again
            }
        }
    }

    private void join(Socket caller) throws IOException {
        if (cut) {
            caller.close();
            return;
        }
        var server = new Socket(host, port);
        open.add(caller);
        open.add(server);
        Thread.ofVirtual().start(() -> copy(caller, server));
        Thread.ofVirtual().start(() -> copy(server, caller));
    }

    private void copy(Socket from, Socket to) {
        var piece = new byte[1 << 13];
        try {
            for (var read = from.getInputStream().read(piece);
                    read >= 0;
                    read = from.getInputStream().read(piece)) {
                if (isLast(piece, read)) {
                    cut();
                    return;
                }
                to.getOutputStream().write(piece, 0, read);
            }
        } catch (IOException ended) {
            // one side hung up
        } finally {
            close(from);
            close(to);
        }
    }

    private boolean isLast(byte[] piece, int length) {
        return !last.isEmpty() && new String(piece, 0, length, StandardCharsets.ISO_8859_1).contains(last);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
