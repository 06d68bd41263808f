package fr.ondine.platform.payments;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One attempt to pay an invoice by card; what the provider says moves it on and never back. */
@Entity
@Table(name = "payment")
class Payment {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PaymentId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "agreement_id"))
    private AgreementId agreement;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "invoice_id"))
    private ReceivableId invoice;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "user_id"))
    private @Nullable UserId user;

    @Embedded
    private Money amount;

    @Enumerated(EnumType.STRING)
    private PaymentState state = PaymentState.INITIATED;

    @Column
    private String method = "CARD";

    @Column
    private String provider = "STRIPE";

    private String idempotencyKey;
    private @Nullable String providerSession;

    @Column
    private @Nullable String providerPayment;

    @Column
    private @Nullable String checkoutUrl;

    @Column
    private @Nullable String host;

    @Column
    private @Nullable String failure;

    private @Nullable String parked;
    private Instant initiatedAt;

    @Column
    private @Nullable Instant settledAt;

    @Column
    private @Nullable LocalDate receivedOn;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    Payment(PaymentId id, AgreementId agreement, ReceivableId invoice, Payer payer, Money amount, Instant initiatedAt) {
        this.id = id;
        this.agreement = agreement;
        this.invoice = invoice;
        this.user = payer.user();
        this.host = payer.host();
        this.amount = amount;
        this.initiatedAt = initiatedAt;
        this.idempotencyKey = "payment-" + id.value();
    }

    /** The provider's page is known; before that, whether the provider has heard of this payment is not. */
    void openAt(String session, @Nullable String url) {
        if (state.isOpen()) {
            providerSession = session;
            checkoutUrl = url;
        }
    }

    boolean process() {
        return moveTo(PaymentState.PROCESSING, null);
    }

    boolean fail(String reason) {
        return moveTo(PaymentState.FAILED, reason);
    }

    boolean cancel() {
        return moveTo(PaymentState.CANCELLED, null);
    }

    /** Money that the provider has is received, even for an attempt that was given up. */
    boolean settle(String reference, Instant at, LocalDate on) {
        if (!moveTo(PaymentState.SETTLED, null)) {
            return false;
        }
        providerPayment = reference;
        settledAt = at;
        receivedOn = on;
        return true;
    }

    boolean comeBack() {
        return state == PaymentState.SETTLED && moveTo(PaymentState.RETURNED, null);
    }

    /** Of what came back something did not arrive: the money is here. */
    void holdAgain() {
        if (state == PaymentState.RETURNED) {
            state = PaymentState.SETTLED;
        }
    }

    /** From now on only a person decides. */
    void park(String reason) {
        parked = reason;
    }

    private boolean moveTo(PaymentState next, @Nullable String reason) {
        var ended = !state.isOpen() && next != PaymentState.SETTLED && next != PaymentState.RETURNED;
        if (ended || next.compareTo(state) <= 0) {
            return false;
        }
        state = next;
        failure = reason;
        return true;
    }

    PaymentId id() {
        return id;
    }

    AgreementId agreement() {
        return agreement;
    }

    ReceivableId invoice() {
        return invoice;
    }

    @Nullable
    UserId user() {
        return user;
    }

    Money amount() {
        return amount;
    }

    PaymentState state() {
        return state;
    }

    String idempotencyKey() {
        return idempotencyKey;
    }

    @Nullable
    String session() {
        return providerSession;
    }

    /** The provider's own of the money; null before it is settled. */
    @Nullable
    String reference() {
        return providerPayment;
    }

    /** Where the payer comes back to; null when that was not kept yet. */
    @Nullable
    String host() {
        return host;
    }

    Instant initiatedAt() {
        return initiatedAt;
    }

    boolean isParked() {
        return parked != null;
    }
}
