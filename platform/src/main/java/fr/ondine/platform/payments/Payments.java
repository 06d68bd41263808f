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

    /**
     * By which an import brought and booked the same money, which the provider knows by that reference: of the same contract
     * and amount, or it is a mistake of the file.
     */
    @NativeQuery("""
            select i.id from payment i join payment p on p.id = :payment
             where i.reference = :providerPayment and i.provider is null
               and i.agreement_id = p.agreement_id and i.amount = p.amount
               and not exists (select from ledger_entry e where e.source = 'payment:' || p.id)""")
    Optional<UUID> imported(UUID payment, String providerPayment);

    @Query("select p from Payment p where p.invoice = :invoice and p.state in (INITIATED, PROCESSING)")
    Optional<Payment> openFor(ReceivableId invoice);
}
