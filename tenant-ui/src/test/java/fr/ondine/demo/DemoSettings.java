package fr.ondine.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** Where the demonstration keeps its data, on which port it answers, and whether it forgets what was there and has FranceConnect beside it. */
record DemoSettings(Path folder, int port, boolean isReset, boolean hasFranceConnect) {

    private static final String PORT = "--port=";

    static DemoSettings of(String... arguments) {
        var folder = Path.of(System.getProperty("demonstration.directory", ".ondine"))
                .toAbsolutePath();
        var settings = new DemoSettings(folder.normalize(), 8080, false, false);
        for (var argument : arguments) {
            settings = settings.with(argument);
        }
        return settings;
    }

    /** The address of a portal, or of the demonstration's own page. */
    String origin(String host) {
        return "http://" + host + (port == 80 ? "" : ":" + port);
    }

    /** Refuses to begin what could not be reached in the end. */
    void requireFreePort() {
        try (var attempt = new ServerSocket()) {
            attempt.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new IllegalArgumentException(
                    "port " + port + " is already in use: stop what uses it, or choose another with --port.");
        }
    }

    private DemoSettings with(String argument) {
        if (argument.startsWith(PORT)) {
            return new DemoSettings(
                    folder, Integer.parseInt(argument.substring(PORT.length())), isReset, hasFranceConnect);
        }
        if (argument.equals("--reset")) {
            return new DemoSettings(folder, port, true, hasFranceConnect);
        }
        if (argument.equals("--franceconnect")) {
            return new DemoSettings(folder, port, isReset, true);
        }
        throw new IllegalArgumentException("the demonstration does not know '" + argument + "'.");
    }
}
