package fr.ondine.testing.services;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import redis.embedded.RedisExecProvider;

/** A Redis on a data folder that stays, in a session of its own so that Ctrl-C reaches it through us and in order. */
record PersistentRedis(Path dataFolder, Services.Redis address) {

    static final String PID_FILE = "redis.pid";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static PersistentRedis start(Path dataFolder, Path programs) throws IOException {
        Files.createDirectories(dataFolder);
        var port = FreePorts.one();
        var settings = Files.write(dataFolder.resolve("redis.conf"), settings(dataFolder, port));
        var log = dataFolder.resolve("redis.log").toFile();
        new ProcessBuilder(program(programs).toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        var redis = new PersistentRedis(dataFolder, new Services.Redis("127.0.0.1", port));
        redis.awaitReady();
        return redis;
    }

    void stop() {
        Leftover.stop(dataFolder, PID_FILE, "redis");
    }

    private static List<String> settings(Path dataFolder, int port) {
        return List.of(
                "bind 127.0.0.1",
                "port " + port,
                "dir \"" + dataFolder + "\"",
                "daemonize yes",
                "pidfile \"" + dataFolder.resolve(PID_FILE) + "\"",
                "logfile \"" + dataFolder.resolve("redis.log") + "\"",
                "save \"\"",
                "appendonly yes");
    }

    private static Path program(Path programs) throws IOException {
        var program = programs.resolve("redis-server");
        if (!Files.isExecutable(program)) {
            var extracted = RedisExecProvider.defaultProvider().get().toPath();
            Files.copy(extracted, program);
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
        }
        return program;
    }

    private void awaitReady() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Redis did not start; its log is " + dataFolder.resolve("redis.log"));
            }
            pause();
        }
    }

    private boolean answers() {
        try (var socket = new Socket(address.host(), address.port())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
