package fr.ondine.platform.payments;

import fr.ondine.platform.receivables.ReceivableId;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The payments of the bound utility. */
interface Payments extends Repository<Payment, PaymentId> {

    Payment save(Payment payment);

    /** So that what is asked of the database without JPA sees what was decided. */
    void flush();

    Optional<Payment> findById(PaymentId id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Payment p where p.id = :id")
    Optional<Payment> lock(PaymentId id);

    Optional<Payment> findByProviderPayment(String providerPayment);

    /** By which an import brought money that the provider knows by that reference. */
    @NativeQuery("select id from payment where reference = :providerPayment and provider is null")
    Optional<UUID> imported(String providerPayment);

    @Query("select p from Payment p where p.invoice = :invoice and p.state in (INITIATED, PROCESSING)")
    Optional<Payment> openFor(ReceivableId invoice);
}
