package fr.ondine.bench;

import fr.ondine.testing.services.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A web application that is started, asked until it answers, left alone, looked at and stopped. */
record StartedJvm(
        String name, Path folder, List<String> program, List<String> arguments, String portSetting, String path) {

    /** As in a pod of the chart, and as the image's own program starts it. */
    private static final List<String> OPTIONS = List.of(
            "-XX:MaxRAM=1g",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TrimNativeHeapInterval=5000");

    private static final Map<String, String> SURROUNDINGS = Map.of(
            "MALLOC_ARENA_MAX", "1", "MALLOC_MMAP_THRESHOLD_", "33554432", "MALLOC_TRIM_THRESHOLD_", "134217728");

    private static final int MOST_SECONDS = 300;
    private static final int REST_SECONDS = 8;

    /** Until the first good answer, and resident at rest. */
    record Figures(double seconds, double megabytes) {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Figures once(String... options) throws IOException, InterruptedException {
        var port = FreePorts.one();
        var command = new ArrayList<>(List.of(java()));
        command.addAll(OPTIONS);
        command.addAll(List.of(options));
        command.addAll(program);
        command.addAll(arguments);
        command.add("--" + portSetting + "=" + port);
        var begun = System.nanoTime();
        var building = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        building.environment().putAll(SURROUNDINGS);
        var process = building.start();
        try {
            awaitAnswer(process, URI.create("http://127.0.0.1:" + port + path));
            var seconds = (System.nanoTime() - begun) / 1e9;
            TimeUnit.SECONDS.sleep(REST_SECONDS);
            return new Figures(seconds, resident(process));
        } finally {
            process.destroy(); // as a cluster does; what is to be kept is written then
            process.waitFor();
        }
    }

    private void awaitAnswer(Process process, URI address) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client, address)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("it does not start:\n" + Files.readString(folder.resolve("log")));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static boolean answers(HttpClient client, URI address) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static double resident(Process process) throws IOException, InterruptedException {
        var asked = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        try (var answer = asked.inputReader()) {
            return Double.parseDouble(answer.readLine().strip()) / 1024;
        }
    }
}
