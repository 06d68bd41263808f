package fr.ondine.simulators.stripe;

import static fr.ondine.simulators.stripe.StripeFixture.client;
import static fr.ondine.simulators.stripe.StripeFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostedPageTests {

    final HttpClient browser = HttpClient.newHttpClient();
    StripeSimulator simulator;
    String page;
    String id;

    @BeforeEach
    void start() throws StripeException {
        simulator = StripeSimulator.start(0);
        simulator.open(AccountSettings.of("acct_a", "sk_test_a"));
        var session = client(simulator, "sk_test_a").v1().checkout().sessions().create(session(4210));
        page = session.getUrl();
        id = session.getId();
    }

    @AfterEach
    void stop() {
        browser.close();
        simulator.close();
    }

    @Test
    void says_in_french_what_is_to_pay_and_how_to_leave() throws Exception {
        assertThat(get(page).body())
                .contains("lang=\"fr\"", "42,10", "Numéro de carte", "http://siegvo.localhost:8080/abandon");
    }

    @Test
    void a_good_card_leads_back_to_the_portal() throws Exception {
        var answer = post(page, "number=4242+4242+4242+4242");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("http://siegvo.localhost:8080/retour?session=" + id);
    }

    @Test
    void a_refused_card_may_be_replaced_by_another() throws Exception {
        assertThat(post(page, "number=4000000000000002").body()).contains("data-failure=\"declined\"");

        assertThat(post(page, "number=4242424242424242").statusCode()).isEqualTo(303);
    }

    @Test
    void the_bank_may_confirm_or_refuse() throws Exception {
        assertThat(post(page, "number=4000002500003155").headers().firstValue("Location"))
                .hasValue("/c/pay/" + id + "/3ds");

        assertThat(post(page + "/3ds", "decision=refuse").body()).contains("data-failure=\"authentication\"");
        post(page, "number=4000002500003155");
        assertThat(post(page + "/3ds", "decision=confirm").statusCode()).isEqualTo(303);
    }

    @Test
    void a_page_without_session_says_so() throws Exception {
        assertThat(get(simulator.baseUri() + "/c/pay/cs_test_none").statusCode())
                .isEqualTo(404);
    }

    @Test
    void another_process_controls_it_over_http() throws Exception {
        var control = simulator.baseUri() + "/_control/";
        post(control + "faults", "method=GET&path=/v1/checkout&status=500");
        post(control + "pay", "session=" + id + "&number=4242424242424242");

        assertThat(get(control + "state?account=acct_a&table=payment_intents").body())
                .contains("succeeded");
        assertThat(post(control + "faults/nothing", "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String url, String form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(url))
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
