package fr.ondine.platform.payments.stripe;

import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.checkout.SessionService;
import fr.ondine.platform.payments.Checkout;
import fr.ondine.platform.payments.Order;
import fr.ondine.platform.payments.PaymentGateway;
import fr.ondine.platform.payments.ProviderRefused;
import fr.ondine.platform.payments.SentBack;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Stripe Checkout by redirect, on the bound utility's own account. */
@Component
class StripeGateway implements PaymentGateway {

    /** A session that is complete says nothing of the money; its payment intent and charge do. */
    private static final SessionRetrieveParams WITH_THE_MONEY = SessionRetrieveParams.builder()
            .addExpand("payment_intent.latest_charge")
            .build();

    private final StripeAccounts accounts;
    private final StripeKeyOwners owners;

    StripeGateway(StripeAccounts accounts, StripeKeyOwners owners) {
        this.accounts = accounts;
        this.owners = owners;
    }

    @Override
    public boolean isReady() {
        return accounts.current().filter(account -> !owners.isForeign(account)).isPresent();
    }

    @Override
    public Checkout open(Order order) {
        accounts.current().ifPresent(account -> owners.require(account, accounts.client()));
        var key = RequestOptions.builder()
                .setIdempotencyKey(order.idempotencyKey())
                .build();
        return StripeAnswer.of(StripeCall.ask(() -> sessions().create(parameters(order), key)));
    }

    @Override
    public Checkout read(String session) {
        var found = StripeCall.read(() -> sessions().retrieve(session, WITH_THE_MONEY));
        return StripeAnswer.of(found, disputes(found));
    }

    @Override
    public SentBack sentBack(String session) {
        var found = StripeCall.read(() -> sessions().retrieve(session, WITH_THE_MONEY));
        return StripeAnswer.sentBack(found, disputes(found), refunds(found));
    }

    private List<Refund> refunds(Session session) {
        var of = RefundListParams.builder()
                .setPaymentIntent(session.getPaymentIntent())
                .setLimit(100L)
                .build();
        return StripeCall.read(() -> accounts.client().v1().refunds().list(of)).getData();
    }

    private List<Dispute> disputes(Session session) {
        var intent = session.getPaymentIntentObject();
        var charge = intent == null ? null : intent.getLatestChargeObject();
        if (charge == null || !charge.getDisputed()) {
            return List.of();
        }
        var of = DisputeListParams.builder()
                .setCharge(charge.getId())
                .setLimit(100L)
                .build();
        return StripeCall.read(() -> accounts.client().v1().disputes().list(of)).getData();
    }

    @Override
    public Checkout close(String session) {
        try {
            return StripeAnswer.of(StripeCall.ask(() -> sessions().expire(session)));
        } catch (ProviderRefused endedBefore) {
            return read(session);
        }
    }

    private SessionService sessions() {
        return accounts.client().v1().checkout().sessions();
    }

    private static SessionCreateParams parameters(Order order) {
        var reference = order.payment().value().toString();
        var price = PriceData.builder()
                .setCurrency(order.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setUnitAmount(Cents.of(order.amount()))
                .setProductData(
                        PriceData.ProductData.builder().setName(order.label()).build())
                .build();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setLocale(SessionCreateParams.Locale.FR)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setClientReferenceId(reference)
                .setSuccessUrl(order.success().toString())
                .setCancelUrl(order.cancel().toString())
                .addLineItem(
                        LineItem.builder().setQuantity(1L).setPriceData(price).build())
                .setPaymentIntentData(PaymentIntentData.builder()
                        .setDescription(order.label())
                        .putMetadata("payment", reference)
                        .build())
                .build();
    }
}
