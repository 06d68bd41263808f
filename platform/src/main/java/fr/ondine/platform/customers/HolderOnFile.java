package fr.ondine.platform.customers;

import fr.ondine.platform.network.Address;

/**
 * What is on file of whoever holds a contract, as staff complete it.
 *
 * @param number of the contract, as it is printed
 * @param entry with the address where invoices go, however little of it is known
 */
public record HolderOnFile(AgreementId agreement, String number, HolderEntry entry, Address served) {}
