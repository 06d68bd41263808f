package fr.ondine.platform.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** A mail server that ends a connection, says nothing any more or says no, at one step of a conversation. */
final class SilentMailServer implements AutoCloseable {

    static final String DATA = "DATA";
    static final String ALL_OF_IT = ".";

    private static final Map<String, String> ANSWERS = Map.of(DATA, "354 go on");
    private static final Set<String> WORDS = Set.of("EHLO", "MAIL", "RCPT", DATA, ALL_OF_IT, "RSET", "QUIT");

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String step;
    private final String answer;

    /** @param answer at that step; empty where the connection ends, and blank where it stays and nothing comes */
    SilentMailServer(String step, String answer) throws IOException {
        this.step = step;
        this.answer = answer;
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
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                converse(client);
            } catch (IOException gone) {
                // as clients do that wait no longer
                continue;
            }
        }
    }

    private void converse(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client.getOutputStream(), "220 ready");
        var isLetter = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var word = line.split(" ", 2)[0];
            if (isLetter && !word.equals(ALL_OF_IT) || !WORDS.contains(word)) {
                continue;
            }
            isLetter = word.equals(DATA);
            if (!word.equals(step)) {
                say(client.getOutputStream(), ANSWERS.getOrDefault(word, "250 ok"));
            } else if (answer.isEmpty()) {
                return;
            } else if (!answer.isBlank()) {
                say(client.getOutputStream(), answer);
            }
        }
    }

    private static void say(OutputStream client, String line) throws IOException {
        client.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.flush();
    }
}
