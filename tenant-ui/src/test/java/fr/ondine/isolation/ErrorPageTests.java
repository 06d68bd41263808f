package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What ends in an error page leaves the person's session and remembered device as they were. */
@IsolationTest
class ErrorPageTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/gestion", "/factures/0b8f4a52-9f0e-4a39-9b1c-0d6a53d8c1aa.pdf"})
    void an_error_page_begins_no_session_and_uses_up_no_remembered_device(String path) {
        var wire = new Wire(port);
        var utility = Marking.of(application, wire, 1).getFirst();

        for (var time = 0; time < 3; time++) {
            var answer = wire.send(Asked.get(utility.host(), path)
                    .with("Accept: text/html")
                    .cookies(utility.session() + "; " + utility.device()));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.cookies()).isEmpty();
        }
    }
}
