package fr.ondine.testing.services;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A JVM of its own that opens the services on a folder, to be killed. */
record AnotherProcess(Process process, Services services, List<ProcessHandle> servers) {

    /** What that JVM runs. */
    public static void main(String[] arguments) throws InterruptedException {
        var opened = PersistentServices.open(Path.of(arguments[0])).services();
        System.out.println(
                "ready " + opened.database().url() + " " + opened.redis().port());
        Thread.sleep(Long.MAX_VALUE);
    }

    static AnotherProcess holding(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), AnotherProcess.class.getName(), "" + folder)
                .redirectErrorStream(true)
                .start();
        return new AnotherProcess(
                process,
                servicesNamedBy(process),
                List.of(
                        server(folder.resolve("postgresql/postmaster.pid")),
                        server(folder.resolve("redis/redis.pid"))));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static Services servicesNamedBy(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = "";
        while (!line.startsWith("ready ")) {
            line = Objects.requireNonNull(output.readLine(), "the process ended: " + line);
        }
        var words = line.split(" ");
        return new Services(
                new Services.Database(words[1], "ondine_owner", "owner", "app"),
                new Services.Redis("127.0.0.1", Integer.parseInt(words[2])));
    }

    private static ProcessHandle server(Path pidFile) throws IOException {
        var pid = Files.readAllLines(pidFile).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
