package fr.ondine.isolation;

import static org.awaitility.Awaitility.await;

import fr.ondine.testing.services.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.embedded.RedisExecProvider;

/**
 * Redis as it is run where it must not be away: real servers, the first of which can be killed and has a replica that
 * takes its place.
 */
record OperatedRedis(Map<String, String> settings, List<Process> servers) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SLOTS = 16_384;
    private static final int MASTERS = 3;

    /** One and its replica, watched by a Sentinel that waits a second. */
    static OperatedRedis watched(Path folder) throws IOException {
        var starts = new Starts(folder);
        var master = starts.server(List.of());
        var replica = starts.server(List.of("--replicaof", "127.0.0.1 " + master));
        await().atMost(PATIENCE).until(() -> ask(replica, "INFO replication").contains("master_link_status:up"));
        var port = FreePorts.one();
        var file = Files.writeString(folder.resolve("sentinel.conf"), """
                        bind 127.0.0.1
                        port %d
                        sentinel monitor ondine 127.0.0.1 %d 1
                        sentinel down-after-milliseconds ondine 1000
                        sentinel failover-timeout ondine 5000
                        """.formatted(port, master));
        starts.run(List.of(file.toString(), "--sentinel"), port);
        await().atMost(PATIENCE)
                .until(() -> ask(port, "SENTINEL replicas ondine").contains(Integer.toString(replica)));
        return new OperatedRedis(
                Map.of(
                        "spring.data.redis.sentinel.master",
                        "ondine",
                        "spring.data.redis.sentinel.nodes",
                        "127.0.0.1:" + port),
                starts.servers);
    }

    /** Three masters, each of which has a part of the keys, and a replica of the first. */
    static OperatedRedis cluster(Path folder) throws IOException {
        var starts = new Starts(folder);
        var ports = new ArrayList<Integer>();
        for (var number = 0; number <= MASTERS; number++) {
            ports.add(starts.server(List.of(
                    "--cluster-enabled",
                    "yes",
                    "--cluster-node-timeout",
                    "1500",
                    "--cluster-announce-ip",
                    "127.0.0.1",
                    "--cluster-port",
                    Integer.toString(FreePorts.one()))));
        }
        for (var master = 0; master < MASTERS; master++) {
            var first = SLOTS * master / MASTERS;
            var last = SLOTS * (master + 1) / MASTERS - 1;
            ask(ports.get(master), "CLUSTER ADDSLOTSRANGE " + first + " " + last);
        }
        var first = ports.getFirst();
        for (var other : ports.subList(1, ports.size())) {
            ask(first, "CLUSTER MEET 127.0.0.1 " + other + " " + bus(other));
        }
        var replica = ports.getLast();
        var name = ask(first, "CLUSTER MYID").lines().skip(1).findFirst().orElseThrow();
        await().atMost(PATIENCE)
                .until(() -> ask(replica, "CLUSTER REPLICATE " + name).startsWith("+OK"));
        await().atMost(PATIENCE)
                .until(() -> ask(replica, "INFO replication").contains("master_link_status:up")
                        && ports.stream()
                                .allMatch(port -> ask(port, "CLUSTER INFO").contains("cluster_state:ok")));
        return new OperatedRedis(
                Map.of(
                        "spring.data.redis.cluster.nodes",
                        IntStream.range(0, MASTERS)
                                .mapToObj(number -> "127.0.0.1:" + ports.get(number))
                                .collect(Collectors.joining(","))),
                starts.servers);
    }

    /** As kill -9 does. */
    void killFirst() {
        servers.getFirst().destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.destroyForcibly().onExit().join());
    }

    private static String bus(int port) {
        return ask(port, "CONFIG GET cluster-port")
                .lines()
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    /** What it says to one command, which is short. */
    private static String ask(int port, String command) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput(); // a Sentinel knows no QUIT
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    private static final class Starts {

        private final List<Process> servers = new ArrayList<>();
        private final Path folder;
        private final Path program;

        Starts(Path folder) throws IOException {
            this.folder = folder;
            program = Files.copy(RedisExecProvider.defaultProvider().get().toPath(), folder.resolve("redis-server"));
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
        }

        int server(List<String> more) throws IOException {
            var port = FreePorts.one();
            var words = new ArrayList<>(List.of("--port", "" + port, "--bind", "127.0.0.1", "--save", ""));
            words.addAll(
                    List.of("--dir", Files.createTempDirectory(folder, "redis").toString()));
            words.addAll(List.of("--repl-diskless-sync-delay", "0"));
            words.addAll(more);
            run(words, port);
            return port;
        }

        void run(List<String> words, int port) throws IOException {
            var command = new ArrayList<>(List.of(program.toString()));
            command.addAll(words);
            servers.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            folder.resolve("redis" + servers.size() + ".log").toFile())
                    .start());
            await().atMost(PATIENCE).until(() -> ask(port, "PING").startsWith("+PONG"));
        }
    }
}
