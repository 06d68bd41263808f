package fr.ondine.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The demonstration in a JVM of its own, as the front door starts it. */
public record DemoProcess(Process process, Path folder, int port) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public static DemoProcess start(Path folder, int port, String... more) throws IOException {
        var words = Stream.concat(Stream.of("--port=" + port), Stream.of(more)).toArray(String[]::new);
        return new DemoProcess(run(folder, DemoApplication.class, words), folder, port);
    }

    /** Runs one of the application's commands beside it. */
    int command(String... words) throws IOException, InterruptedException {
        return run(folder, DemoCommand.class, words).waitFor();
    }

    private static Process run(Path folder, Class<?> main, String... words) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                java,
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Ddemonstration.directory=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        var output = folder.resolveSibling(folder.getFileName() + ".log").toFile();
        return new ProcessBuilder(Stream.concat(command, Stream.of(words)).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
    }

    public DemoProcess awaitReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (status("localhost", "/actuator/health/readiness") != 200) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("the demonstration did not start:\n" + output());
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return this;
    }

    String output() throws IOException {
        return Files.readString(folder.resolveSibling(folder.getFileName() + ".log"));
    }

    /** The servers that it started. */
    List<ProcessHandle> servers() throws IOException {
        return List.of(server("postgresql/postmaster.pid"), server("redis/redis.pid"));
    }

    static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    int status(String host, String path) throws IOException {
        var answer = get(host, path);
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
    }

    /** The whole answer, or nothing when nobody answers. By a socket: Java does not know names under .localhost. */
    public String get(String host, String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (ConnectException nobody) {
            return "";
        }
    }

    private ProcessHandle server(String pidFile) throws IOException {
        var pid = Files.readAllLines(folder.resolve(pidFile)).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
