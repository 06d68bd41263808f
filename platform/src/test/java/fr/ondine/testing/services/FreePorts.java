package fr.ondine.testing.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses ports for what is started later: below those that a system gives to whoever asks for any, so that nobody is
 * given one in between.
 */
public final class FreePorts {

    private static final int FIRST = 15_000;
    private static final int AFTER_LAST = 32_000;

    private FreePorts() {}

    public static int one() {
        var port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
        while (isTaken(port)) {
            port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
        }
        return port;
    }

    public static boolean isTaken(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
