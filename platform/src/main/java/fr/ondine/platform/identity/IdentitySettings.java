package fr.ondine.platform.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often what may be tried, and how long links live.
 *
 * @param signInsPerAccount wrong attempts on one account from one network address in each quarter of an hour
 * @param signInsPerAccountInAll wrong attempts on one account from everywhere in each quarter of an hour
 * @param signInsPerAddress wrong attempts from one network address (a family, a town hall) in each quarter of an hour
 * @param signInsPerUtility wrong attempts on all accounts of a utility in each quarter of an hour: a spray over many accounts
 * @param oldSignInsPerUtility wrong attempts on all logins of a utility's portal before this one in each hour: their numbers
 *     follow each other, and their passwords were chosen under other rules
 * @param requestsPerEmail mails of one kind to one mailbox in an hour
 * @param requestsPerAddress mails of one kind asked for from one network address in an hour
 * @param leastAnswer an answer that must not tell whether an account exists takes at least this long
 * @param parallelHashes passwords checked at the same time, each of which takes 19 MiB
 */
@ConfigurationProperties("ondine.identity")
record IdentitySettings(
        @DefaultValue("10") int signInsPerAccount,
        @DefaultValue("50") int signInsPerAccountInAll,
        @DefaultValue("100") int signInsPerAddress,
        @DefaultValue("3000") int signInsPerUtility,
        @DefaultValue("500") int oldSignInsPerUtility,
        @DefaultValue("5") int requestsPerEmail,
        @DefaultValue("50") int requestsPerAddress,
        @DefaultValue("400ms") Duration leastAnswer,
        @DefaultValue("8") int parallelHashes,
        @DefaultValue("24h") Duration activationLife,
        @DefaultValue("7d") Duration invitationLife,
        @DefaultValue("30m") Duration resetLife,
        @DefaultValue("24h") Duration emailChangeLife,
        @DefaultValue("7d") Duration emailUndoLife) {

    IdentitySettings {
        if (parallelHashes < 1) {
            throw new IllegalArgumentException("ondine.identity.parallel-hashes must be at least 1");
        }
    }
}
