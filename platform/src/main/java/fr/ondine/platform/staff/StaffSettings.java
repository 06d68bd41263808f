package fr.ondine.platform.staff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How staff come in.
 *
 * @param invitationLife how long an invitation can be accepted once it was sent
 * @param triesPerAccount wrong passwords for one account from one network address in a quarter of an hour
 * @param triesPerAccountInAll wrong passwords for one account from everywhere in a quarter of an hour
 * @param triesPerAddress wrong passwords from one network address in a quarter of an hour
 * @param codesPerAccount wrong codes for one account in a quarter of an hour
 */
@ConfigurationProperties("ondine.staff")
record StaffSettings(
        @DefaultValue("72h") Duration invitationLife,
        @DefaultValue("10") int triesPerAccount,
        @DefaultValue("50") int triesPerAccountInAll,
        @DefaultValue("50") int triesPerAddress,
        @DefaultValue("5") int codesPerAccount) {}
