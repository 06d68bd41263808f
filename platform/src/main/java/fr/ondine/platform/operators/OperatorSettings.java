package fr.ondine.platform.operators;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How operators come in.
 *
 * @param invitationLife how long an invitation can be accepted once it was sent
 * @param triesPerAccount wrong passwords for one account from one network address in a quarter of an hour
 * @param triesPerAccountInAll wrong passwords for one account from everywhere in a quarter of an hour
 * @param triesPerAddress wrong passwords from one network address in a quarter of an hour
 * @param codesPerAccount wrong codes for one account in a quarter of an hour
 * @param wrongKeysPerAddress wrong keys from one network address in a quarter of an hour
 * @param requestsPerKey requests by one key in a minute
 * @param sender the address that invitations come from, when not one under the console's host
 */
@ConfigurationProperties("ondine.operators")
record OperatorSettings(
        @DefaultValue("24h") Duration invitationLife,
        @DefaultValue("10") int triesPerAccount,
        @DefaultValue("50") int triesPerAccountInAll,
        @DefaultValue("50") int triesPerAddress,
        @DefaultValue("5") int codesPerAccount,
        @DefaultValue("100") int wrongKeysPerAddress,
        @DefaultValue("600") int requestsPerKey,
        @Nullable String sender) {

    String senderOf(String host) {
        return sender == null ? "ne-pas-repondre@" + host : sender;
    }
}
