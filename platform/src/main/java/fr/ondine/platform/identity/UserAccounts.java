package fr.ondine.platform.identity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts of the bound utility. */
interface UserAccounts extends Repository<UserAccount, UserId> {

    @Query("select account from UserAccount account where account.id = :id and account.state = ACTIVE")
    Optional<UserAccount> findActive(UserId id);

    @Query("select account from UserAccount account where account.id = :id and account.state <> DELETED")
    Optional<UserAccount> findLiving(UserId id);

    @Query("select account from UserAccount account where lower(account.email) = :email and account.state <> DELETED")
    Optional<UserAccount> findByEmail(String email);

    @Query("select account.securityVersion from UserAccount account where account.id = :id and account.state = ACTIVE")
    Optional<Integer> findSecurityVersion(UserId id);

    /** Without a version check: two devices may sign in at the same moment. */
    @Modifying
    @Query("update UserAccount account set account.lastSignInAt = :now where account.id = :id")
    void signedIn(UserId id, Instant now);

    /** With a version check: a change of name at the same moment must not write the old security version back. */
    @Modifying
    @Query("update versioned UserAccount account set account.securityVersion = account.securityVersion + 1"
            + " where account.id = :id")
    void endSessions(UserId id);

    /** Has whoever else is about to open or move an account to this address wait for the end of the transaction. */
    @Query(
            value = "select 1 from pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || :email, 0))",
            nativeQuery = true)
    int reserve(String email);

    UserAccount saveAndFlush(UserAccount account);
}
