package fr.ondine.platform.customers;

import fr.ondine.platform.network.Address;
import org.jspecify.annotations.Nullable;

/**
 * What is on file of whoever holds a contract, as staff complete it.
 *
 * @param number of the contract, as it is printed
 * @param billed where invoices go; where the water is served if it is empty
 */
public record HolderOnFile(
        AgreementId agreement,
        String number,
        @Nullable String title,
        @Nullable String firstName,
        String lastName,
        @Nullable Address billed,
        Address served) {}
