package fr.ondine.ui;

import fr.ondine.testing.services.Services;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What came of an operator's command, as it was typed: its exit status, what it printed and what it said beside. */
record Typed(int status, String printed, String said) {

    /** Typed where the services of the tests are. */
    static Typed fleet(String... words) {
        return fleet(Map.of(), words);
    }

    /** The same, with those settings more. */
    static Typed fleet(Map<String, Object> settings, String... words) {
        return alone(settings(settings), words);
    }

    /** Of a process that has the services of the tests, and those settings more. */
    static Map<String, Object> settings(Map<String, Object> more) {
        var properties = new HashMap<String, Object>(Services.shared().properties());
        properties.putAll(Map.of(
                "ondine.vault.key", "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
                "ondine.documents.directory", "target/documents"));
        properties.putAll(more);
        return properties;
    }

    /** Typed where there is nothing but what the properties name. */
    static Typed alone(Map<String, Object> properties, String... words) {
        var arguments = new String[words.length + 1];
        arguments[0] = FleetCommand.NAME;
        System.arraycopy(words, 0, arguments, 1, words.length);
        var printed = new ByteArrayOutputStream();
        var said = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        System.setOut(new PrintStream(ofThisThread(printed, out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            var status = FleetCommand.run(properties, arguments);
            return new Typed(status, printed.toString(StandardCharsets.UTF_8), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** What the command prints, and not what an application of another test still logs beside it. */
    private static OutputStream ofThisThread(OutputStream printed, OutputStream others) {
        var command = Thread.currentThread();
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                place().write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                place().write(bytes, from, count);
            }

            private OutputStream place() {
                return Thread.currentThread() == command ? printed : others;
            }
        };
    }
}
