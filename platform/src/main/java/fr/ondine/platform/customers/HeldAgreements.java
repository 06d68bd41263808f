package fr.ondine.platform.customers;

/** Which agreements are a person's own, for whoever reads much of them in one question. */
public final class HeldAgreements {

    /** The agreements of {@code :user}, as a table of {@code id}, {@code customer_id} and where and when they hold. */
    public static final String SQL = """
            (select a.id, a.customer_id, a.service_point_id, a.started_on, a.ended_on
               from agreement a where %s)""".formatted(CustomerLinks.OPEN_TO_USER);

    private HeldAgreements() {}
}
