package fr.ondine.platform.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that knows no mailbox. */
final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    RefusingMailServer() throws IOException {
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try (var client = server.accept()) {
            converse(client);
        } catch (IOException closed) {
            // the client has gone, as clients do
            return;
        }
    }

    private static void converse(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client.getOutputStream(), "220 ready");
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            say(client.getOutputStream(), line.startsWith("RCPT") ? "550 5.1.1 no such user" : "250 ok");
        }
    }

    private static void say(OutputStream client, String line) throws IOException {
        client.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.flush();
    }
}
