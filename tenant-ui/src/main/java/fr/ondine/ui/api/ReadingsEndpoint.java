package fr.ondine.ui.api;

import fr.ondine.platform.metering.PushReport;
import fr.ondine.platform.metering.PushedReading;
import fr.ondine.platform.metering.PushedReadings;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.RepeatedRequests;
import fr.ondine.ui.security.TokenAuthentication;
import fr.ondine.ui.shell.Problems;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes the readings that meters send; a call that is sent again by the same key is done once. */
@RestController
class ReadingsEndpoint {

    private final PushedReadings readings;
    private final RepeatedRequests requests;
    private final JsonMapper json;

    ReadingsEndpoint(PushedReadings readings, RepeatedRequests requests, JsonMapper json) {
        this.readings = readings;
        this.requests = requests;
        this.json = json;
    }

    @PostMapping(
            path = "/api/v1/readings",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> push(
            TokenAuthentication program,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody String body) {
        var caller = program.caller().require(ClientScope.READINGS_WRITE);
        return ResponseEntity.ok(requests.once(
                caller,
                key,
                body,
                () -> json.writeValueAsString(
                        Answer.of(readings.push(caller, parsed(body).readings())))));
    }

    private Pushed parsed(String body) {
        try {
            return json.readValue(body, Pushed.class);
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
