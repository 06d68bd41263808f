package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * What the chart's read-only file system allows is all that a process asks for: files in the folder for temporary ones and
 * among the documents. The JVM itself tells which it writes, since whoever runs the tests may be allowed everything.
 */
@IsolationTest
@Tag("long")
class FilesWrittenTests {

    /** Not even root can make a folder there, as nobody can at home in the image, where the user has none. */
    private static final String NO_HOME = "/dev/null/home";

    private static final Path DOCUMENTS = Path.of("target", "documents").toAbsolutePath();

    private static final String EVERY_WRITE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="jdk.FileWrite">
                <setting name="enabled">true</setting>
                <setting name="stackTrace">false</setting>
                <setting name="threshold">0 ns</setting>
                <setting name="throttle">off</setting>
              </event>
            </configuration>
            """;

    private static final String PDF = """
            --parts\r
            Content-Disposition: form-data; name="titre"\r
            \r
            Titre\r
            --parts\r
            Content-Disposition: form-data; name="fichier"; filename="reglement.pdf"\r
            Content-Type: application/pdf\r
            \r
            %PDF-1.7 reglement\r
            --parts--\r
            """;

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Marked utility;
    private Path work;
    private Path temporary;

    @Test
    void a_process_writes_temporary_files_and_documents_and_nothing_else() throws Exception {
        utility = Marking.of(application, new Wire(port), 1).getFirst();
        work = Files.createDirectory(
                folder.resolve("work"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        var program = files(Path.of("target", "classes"));

        runAndWork();

        assertThat(written())
                .anyMatch(file -> file.startsWith(temporary))
                .anyMatch(file -> file.startsWith(DOCUMENTS))
                .allMatch(file -> file.startsWith(temporary) || file.startsWith(DOCUMENTS));
        assertThat(files(work)).as("where it was started").isEmpty();
        assertThat(files(Path.of("target", "classes"))).as("beside its classes").isEqualTo(program);
    }

    private void runAndWork() throws InterruptedException, IOException {
        var settings = Files.writeString(folder.resolve("writes.jfc"), EVERY_WRITE);
        var options = String.join(
                " ",
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + NO_HOME,
                "-XX:FlightRecorderOptions=repository=" + temporary,
                "-XX:StartFlightRecording=settings=" + settings + ",filename=" + recording());
        try (var door = new Switch();
                var mails = new CountedMails()) {
            var node = Node.start("alone", Node.settings(door, mails), folder, surroundings -> {
                surroundings.directory(work.toFile());
                surroundings.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
                surroundings.environment().putAll(Map.of("HOME", NO_HOME, "JDK_JAVA_OPTIONS", options));
            });
            try {
                workAt(node.awaitReady());
                node.stop();
                assertThat(node.endsWithin(Duration.ofMinutes(1)))
                        .as(node::said)
                        .isTrue();
            } finally {
                node.kill();
            }
        }
    }

    /** Somebody signs in and reads an invoice, which is drawn anew in large letters; staff send a file. */
    private void workAt(Node node) {
        var signedIn = node.send(Asked.form(
                utility.host(),
                "/connexion",
                "email=" + utility.email() + "&password=" + Marked.PASSWORD.replace(' ', '+')));
        assertThat(signedIn.header("Location")).as(signedIn.text()).endsWith("/tableau-de-bord");
        for (var page : List.of(
                "/tableau-de-bord",
                "/factures/" + utility.ids().get("invoice") + ".pdf",
                "/factures/" + utility.ids().get("invoice") + "/gros-caracteres.pdf")) {
            assertThat(node.send(Asked.get(utility.host(), page).cookies(signedIn.cookies()))
                            .status())
                    .as(page)
                    .isEqualTo(200);
        }
        var sent = node.send(new Asked(
                        "POST",
                        utility.host(),
                        "/gestion/configuration/documents/envoi",
                        List.of("Content-Type: multipart/form-data; boundary=parts"),
                        PDF)
                .cookies(utility.administrator()));
        assertThat(sent.header("Location")).as(sent.text()).contains("document=");
    }

    private Path recording() {
        return temporary.resolve("writes.jfr");
    }

    /** Streams have no name. */
    private List<Path> written() throws IOException {
        return RecordingFile.readAllEvents(recording()).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.FileWrite"))
                .flatMap(event -> Optional.ofNullable(event.getString("path")).stream())
                .map(work::resolve)
                .distinct()
                .toList();
    }

    /** With when each was written. */
    private static Map<Path, Long> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .collect(
                            Collectors.toMap(file -> file, file -> file.toFile().lastModified()));
        }
    }
}
