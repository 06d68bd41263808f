package fr.ondine.ui.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import fr.ondine.platform.metering.PushReport;
import fr.ondine.platform.metering.PushedReading;
import fr.ondine.platform.metering.PushedReadings;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.RepeatedRequests;
import fr.ondine.ui.security.TokenAuthentication;
import fr.ondine.ui.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes the readings that meters send; a call that is sent again by the same key is done once. */
@RestController
class ReadingsEndpoint {

    /** More than all that may be handed on at once takes; it is held whole, and must not take what other utilities need. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private final PushedReadings readings;
    private final RepeatedRequests requests;
    private final JsonMapper json;

    ReadingsEndpoint(PushedReadings readings, RepeatedRequests requests, JsonMapper json) {
        this.readings = readings;
        this.requests = requests;
        this.json = exact(json);
    }

    /** What would have to be guessed (parts of a litre, two values of one name, a moment for a day) is not read. */
    private static JsonMapper exact(JsonMapper json) {
        return json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withConfigOverride(LocalDate.class, day -> day.setFormat(JsonFormat.Value.forLeniency(false)))
                .build();
    }

    @PostMapping(
            path = "/api/v1/readings",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> push(
            TokenAuthentication program,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            HttpServletRequest request)
            throws IOException {
        var caller = program.caller().require(ClientScope.READINGS_WRITE);
        var body = body(request);
        return ResponseEntity.ok(requests.once(
                caller,
                key,
                body,
                () -> json.writeValueAsString(
                        Answer.of(readings.push(caller, parsed(body).readings())))));
    }

    private static String body(HttpServletRequest request) throws IOException {
        var sent = request.getInputStream().readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            throw new BodyTooLarge(LARGEST);
        }
        return new String(sent, StandardCharsets.UTF_8);
    }

    private Pushed parsed(String body) {
        try {
            var pushed = json.readValue(body, Pushed.class);
            return pushed == null ? new Pushed(List.of()) : pushed;
        } catch (JacksonException unread) {
            throw new BodyUnread(unread);
        }
    }

    record Pushed(List<PushedReading> readings) {

        Pushed {
            readings = readings == null ? List.of() : List.copyOf(readings);
        }
    }

    /** What became of each; lines count from nought. */
    record Answer(int received, int kept, int already, List<Problem> problems) {

        static Answer of(PushReport report) {
            return new Answer(
                    report.received(),
                    report.kept(),
                    report.already(),
                    report.refusals().stream().map(Problem::of).toList());
        }
    }

    record Problem(int index, String type, String detail) {

        static Problem of(PushReport.Refusal refusal) {
            return new Problem(
                    refusal.index(),
                    Problems.TYPE + "reading-" + Problems.name(refusal.why()),
                    Problems.sentence(refusal.why()));
        }
    }
}
