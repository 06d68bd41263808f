package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;

/** A contract that staff look for, with its number as printed. */
public record FoundAgreement(
        AgreementId id, String number, String holder, Service service, String street, String city, boolean isOver) {}
