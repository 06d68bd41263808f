package fr.ondine.handbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A Redis that is told one line and answers one. */
record AskedRedis(int port) {

    String answer(String line) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            var answers = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            return String.valueOf(new BufferedReader(answers).readLine());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
