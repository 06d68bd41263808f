package fr.ondine.platform.tariffs;

/** Who a charge is collected for, as the invoice says it (part communale, intercommunale, distributeur, agence de l'eau). */
public enum Beneficiary {
    MUNICIPALITY,
    INTERMUNICIPALITY,
    OPERATOR,
    WATER_AGENCY,
    OTHER_BODY
}
