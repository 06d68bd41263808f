package fr.ondine.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what was started, the last first, when the JVM ends: by Ctrl-C, a signal or a failed start. */
final class Closing {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    static Closing atExit() {
        var closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::closeAll, "closing"));
        return closing;
    }

    synchronized <T extends AutoCloseable> T add(T started) {
        opened.push(started);
        return started;
    }

    private synchronized void closeAll() {
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception goOnWithTheOthers) {
            System.err.println("ondine: " + started.getClass().getSimpleName() + " did not stop: " + goOnWithTheOthers);
        }
    }
}
