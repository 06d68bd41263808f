package fr.ondine.simulators.stripe;

import static fr.ondine.simulators.stripe.StripeFixture.client;
import static fr.ondine.simulators.stripe.StripeFixture.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StripeApiTests {

    StripeSimulator simulator;
    StripeClient stripe;

    @BeforeEach
    void start() {
        simulator = StripeSimulator.start(0);
        simulator.open(AccountSettings.of("acct_a", "sk_test_a"));
        stripe = client(simulator, "sk_test_a");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void speaks_the_version_of_the_sdk() {
        assertThat(Account.API_VERSION).isEqualTo(Stripe.API_VERSION);
    }

    @Test
    void a_customer_is_kept() throws StripeException {
        var created = stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("a@exemple.fr")
                        .setName("Éléonore & fils")
                        .build());

        assertThat(stripe.v1().customers().retrieve(created.getId()).getName()).isEqualTo("Éléonore & fils");
    }

    @Test
    void a_session_opens_unpaid_with_a_page_to_pay_on() throws StripeException {
        var session = stripe.v1().checkout().sessions().create(session(4210));

        assertThat(session.getAmountTotal()).isEqualTo(4210);
        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(session.getUrl()).startsWith(simulator.baseUri() + "/c/pay/cs_test_");
        assertThat(session.getMetadata()).containsEntry("payment", "payment-1");
    }

    @Test
    void a_paid_session_has_an_intent_that_succeeded() throws StripeException {
        var id = stripe.v1().checkout().sessions().create(session(4210)).getId();

        assertThat(simulator.pay(id, "4242 4242 4242 4242")).isEqualTo("PAID");

        var paid = stripe.v1().checkout().sessions().retrieve(id);
        assertThat(paid.getStatus()).isEqualTo("complete");
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        var intent = stripe.v1().paymentIntents().retrieve(paid.getPaymentIntent());
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getAmountReceived()).isEqualTo(4210);
    }

    @Test
    void ids_are_expanded_where_it_is_asked_for() throws StripeException {
        var id = stripe.v1().checkout().sessions().create(session(4210)).getId();
        simulator.pay(id, "4242424242424242");

        var expanded = SessionRetrieveParams.builder()
                .addExpand("payment_intent.latest_charge")
                .build();
        var intent = stripe.v1().checkout().sessions().retrieve(id, expanded).getPaymentIntentObject();
        assertThat(intent.getLatestChargeObject().getAmount()).isEqualTo(4210);

        var nothing = SessionRetrieveParams.builder().addExpand("colour").build();
        assertThatThrownBy(() -> stripe.v1().checkout().sessions().retrieve(id, nothing))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_declined_card_leaves_the_session_open() throws StripeException {
        var id = stripe.v1().checkout().sessions().create(session(4210)).getId();

        assertThat(simulator.pay(id, "4000000000000002")).isEqualTo("DECLINED");

        var open = stripe.v1().checkout().sessions().retrieve(id);
        assertThat(open.getStatus()).isEqualTo("open");
        var intent = stripe.v1().paymentIntents().retrieve(open.getPaymentIntent());
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getLastPaymentError().getCode()).isEqualTo("card_declined");
    }

    @Test
    void a_card_with_authentication_is_paid_once_confirmed() throws StripeException {
        var id = stripe.v1().checkout().sessions().create(session(4210)).getId();

        assertThat(simulator.pay(id, "4000002500003155")).isEqualTo("AUTHENTICATION_REQUIRED");
        assertThat(stripe.v1().checkout().sessions().retrieve(id).getPaymentStatus())
                .isEqualTo("unpaid");
        simulator.authenticate(id, true);

        assertThat(stripe.v1().checkout().sessions().retrieve(id).getPaymentStatus())
                .isEqualTo("paid");
    }

    @Test
    void an_expired_session_cannot_be_paid_nor_expired_again() throws StripeException {
        var id = stripe.v1().checkout().sessions().create(session(4210)).getId();

        assertThat(stripe.v1().checkout().sessions().expire(id).getStatus()).isEqualTo("expired");

        assertThat(simulator.pay(id, "4242424242424242")).isEqualTo("CLOSED");
        assertThatThrownBy(() -> stripe.v1().checkout().sessions().expire(id))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void lists_are_cut_into_pages() throws StripeException {
        for (var i = 0; i < 3; i++) {
            stripe.v1().checkout().sessions().create(session(100 + i));
        }

        var page = stripe.v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder().setLimit(2L).build());

        assertThat(page.getData())
                .extracting(session -> session.getAmountTotal())
                .containsExactly(102L, 101L);
        assertThat(page.getHasMore()).isTrue();
        assertThat(page.autoPagingIterable()).hasSize(3);
    }

    @Test
    void a_refund_gives_back_no_more_than_was_received() throws StripeException {
        var id = stripe.v1().checkout().sessions().create(session(1000)).getId();
        simulator.pay(id, "4242424242424242");
        var intent = stripe.v1().checkout().sessions().retrieve(id).getPaymentIntent();

        var refund = stripe.v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(intent)
                        .setAmount(400L)
                        .build());

        assertThat(refund.getStatus()).isEqualTo("succeeded");
        var tooMuch = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(601L)
                .build();
        assertThatThrownBy(() -> stripe.v1().refunds().create(tooMuch)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void what_happened_is_listed_as_events_the_sdk_can_open() throws StripeException {
        var id = stripe.v1().checkout().sessions().create(session(1000)).getId();
        simulator.pay(id, "4242424242424242");

        var events = stripe.v1()
                .events()
                .list(EventListParams.builder()
                        .setType("checkout.session.completed")
                        .build())
                .getData();

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().getDataObjectDeserializer().getObject()).isPresent();
        assertThat(stripe.v1().events().retrieve(events.getFirst().getId()).getLivemode())
                .isFalse();
    }

    @Test
    void one_account_does_not_see_what_another_holds() throws StripeException {
        simulator.open(AccountSettings.of("acct_b", "sk_test_b"));
        var id = stripe.v1().checkout().sessions().create(session(1000)).getId();

        var other = client(simulator, "sk_test_b").v1().checkout().sessions();

        assertThatThrownBy(() -> other.retrieve(id))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getCode()).isEqualTo("resource_missing"));
    }

    @Test
    void a_platform_acts_for_the_accounts_connected_to_it_and_for_no_other() throws StripeException {
        simulator.open(AccountSettings.of("acct_c", "sk_test_c").connectedTo("acct_a"));
        simulator.open(AccountSettings.of("acct_b", "sk_test_b"));

        stripe.v1()
                .checkout()
                .sessions()
                .create(
                        session(1000),
                        RequestOptions.builder().setStripeAccount("acct_c").build());

        assertThat(simulator.sessions("acct_c")).hasSize(1);
        var foreign = RequestOptions.builder().setStripeAccount("acct_b").build();
        assertThatThrownBy(() -> stripe.v1().checkout().sessions().create(session(1000), foreign))
                .isInstanceOf(PermissionException.class);
    }

    @Test
    void an_unknown_key_is_refused() {
        var stranger = client(simulator, "sk_test_nobody");

        assertThatThrownBy(() -> stranger.v1().checkout().sessions().create(session(1000)))
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void an_unknown_parameter_is_named() {
        var params =
                CustomerCreateParams.builder().putExtraParam("colour", "blue").build();

        assertThatThrownBy(() -> stripe.v1().customers().create(params))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(400);
                    assertThat(e.getCode()).isEqualTo("parameter_unknown");
                    assertThat(e.getParam()).isEqualTo("colour");
                });
    }

    @Test
    void a_wrong_type_is_named() {
        var params = SessionListParams.builder().putExtraParam("limit", "many").build();

        assertThatThrownBy(() -> stripe.v1().checkout().sessions().list(params))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> {
                    assertThat(e.getCode()).isEqualTo("parameter_invalid_integer");
                    assertThat(e.getParam()).isEqualTo("limit");
                });
    }
}
