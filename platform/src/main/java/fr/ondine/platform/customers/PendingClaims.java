package fr.ondine.platform.customers;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The claims of the bound utility that wait, or that were decided. */
interface PendingClaims extends Repository<PendingClaim, UUID> {

    PendingClaim save(PendingClaim claim);

    /** Of two who decide at the same moment the second one sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<PendingClaim> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<PendingClaim> findByConfirmation(byte[] digest);

    /** Waits for whoever decides one of them. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<PendingClaim> findByUserId(UUID user);

    List<PendingClaim> findByUserIdOrderByCreatedAtDesc(UUID user);

    @Modifying
    @Query("delete from PendingClaim claim where claim.userId = :user")
    void deleteByUser(UUID user);

    /** Asked again, it waits once. */
    @Modifying
    @Query("delete from PendingClaim claim where claim.userId = :user and claim.agreementId = :agreement"
            + " and claim.state = AWAITING_STAFF")
    void deleteWaitingForStaff(UUID user, UUID agreement);
}
