package fr.ondine.platform.customers;

import fr.ondine.platform.network.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customer service decides a claim by: what was given, and what is on file.
 *
 * @param typed the number as the claimant wrote it, where it is not the contract's own
 * @param claimantName as they gave it to their account; empty when they did not
 * @param isActivated whether the claimant has shown that the address is theirs
 * @param phones of the holder, as they are written
 * @param postal where the holder's letters go, as far as it is known
 * @param served where the water comes out
 * @param accounts that the contract is open to already
 */
public record ClaimFile(
        WaitingClaim claim,
        AgreementId agreement,
        @Nullable String typed,
        String claimantName,
        boolean isActivated,
        List<String> phones,
        String postal,
        Address served,
        List<SeenAccount> accounts) {

    public ClaimFile {
        phones = List.copyOf(phones);
        accounts = List.copyOf(accounts);
    }
}
