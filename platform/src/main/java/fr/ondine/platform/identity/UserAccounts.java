package fr.ondine.platform.identity;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts of the bound utility. */
interface UserAccounts extends Repository<UserAccount, UserId> {

    @Query("select account from UserAccount account where account.id = :id and account.state = ACTIVE")
    Optional<UserAccount> findActive(UserId id);

    /**
     * The same, of whom nobody else changes anything before the end of the transaction. Whoever also revokes links does
     * that first, as who follows one does.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select account from UserAccount account where account.id = :id and account.state = ACTIVE")
    Optional<UserAccount> lockActive(UserId id);

    @Query("select account from UserAccount account where account.id = :id and account.state <> DELETED")
    Optional<UserAccount> findLiving(UserId id);

    @Query("select account from UserAccount account where lower(account.email) = :email and account.state <> DELETED")
    Optional<UserAccount> findByEmail(String email);

    /** The same, waiting for whoever changes it: one that has left the address meanwhile is none of it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select account from UserAccount account where lower(account.email) = :email and account.state <> DELETED")
    Optional<UserAccount> lockByEmail(String email);

    /** With a version check: a change of name at the same moment must not write the old security version back. */
    @Modifying
    @Query("update versioned UserAccount account set account.securityVersion = account.securityVersion + 1"
            + " where account.id = :id")
    void endSessions(UserId id);

    @Modifying
    @Query("update versioned UserAccount account set account.securityVersion = account.securityVersion + 1")
    int endEverybodysSessions();

    /** Has whoever else is about to open or move an account to this address wait for the end of the transaction. */
    @Query(
            value = "select 1 from pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || :email, 0))",
            nativeQuery = true)
    int reserve(String email);

    UserAccount saveAndFlush(UserAccount account);
}
