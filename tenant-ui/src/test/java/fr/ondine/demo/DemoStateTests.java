package fr.ondine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStateTests {

    /** From here on the system may give a port to whoever asks for any. */
    private static final int GIVEN_AWAY = 32_000;

    @TempDir
    Path folder;

    @Test
    void the_port_of_stripe_is_one_that_nobody_is_given_and_stays_the_same() {
        var port = new DemoState(folder).stripePort();

        assertThat(port).isBetween(1024, GIVEN_AWAY);
        assertThat(new DemoState(folder).stripePort()).isEqualTo(port);
    }

    @Test
    void another_is_taken_for_once_where_that_port_is_taken() throws IOException {
        var port = new DemoState(folder).stripePort();
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new DemoState(folder).stripePort())
                    .isNotEqualTo(taken.getLocalPort())
                    .isBetween(1024, GIVEN_AWAY);
        }
        assertThat(Files.readString(folder.resolve("stripe.port"))).isEqualTo("" + port);
        assertThat(new DemoState(folder).stripePort()).isEqualTo(port);
    }
}
