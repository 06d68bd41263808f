package fr.ondine.platform.facturx;

import fr.ondine.platform.documents.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/** Makes of an invoice what Factur-X puts into its PDF: the XML of UN/CEFACT that software reads, profile EN 16931. */
public final class FacturX {

    private static final String URN = "urn:un:unece:uncefact:data:standard:";
    private static final Map<String, String> NAMESPACES = Map.of(
            "rsm", URN + "CrossIndustryInvoice:100",
            "ram", URN + "ReusableAggregateBusinessInformationEntity:100",
            "qdt", URN + "QualifiedDataType:100",
            "udt", URN + "UnqualifiedDataType:100");
    private static final String METADATA = text("/pdf/factur-x.xmp");
    private static final String SCHEMA = text("/pdf/factur-x-schema.xmp");

    private FacturX() {}

    /** With what the PDF has to say of it in its own metadata. */
    public static Attachment of(ElectronicInvoice invoice) {
        return new Attachment(
                "factur-x.xml",
                "text/xml",
                "Factur-X",
                invoice.issuedOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                xml(invoice),
                METADATA,
                SCHEMA);
    }

    static byte[] xml(ElectronicInvoice invoice) {
        return Xml.document("rsm:CrossIndustryInvoice", NAMESPACES, xml -> {
            xml.in("rsm:ExchangedDocumentContext", () -> context(xml, invoice));
            xml.in("rsm:ExchangedDocument", () -> document(xml, invoice));
            xml.in("rsm:SupplyChainTradeTransaction", () -> transaction(xml, invoice));
        });
    }

    private static void context(Xml xml, ElectronicInvoice invoice) {
        xml.in(
                "ram:BusinessProcessSpecifiedDocumentContextParameter",
                () -> xml.text("ram:ID", invoice.operation().code()));
        xml.in("ram:GuidelineSpecifiedDocumentContextParameter", () -> xml.text("ram:ID", "urn:cen.eu:en16931:2017"));
    }

    private static void document(Xml xml, ElectronicInvoice invoice) {
        xml.text("ram:ID", invoice.number());
        xml.text("ram:TypeCode", invoice.type());
        xml.day("ram:IssueDateTime", "udt", invoice.issuedOn());
        invoice.notes().forEach(note -> note.write(xml));
    }

    private static void transaction(Xml xml, ElectronicInvoice invoice) {
        for (var at = 0; at < invoice.lines().size(); at++) {
            invoice.lines().get(at).write(at + 1, xml);
        }
        xml.in("ram:ApplicableHeaderTradeAgreement", () -> {
            xml.text("ram:BuyerReference", invoice.buyer().reference());
            invoice.seller().write(xml);
            invoice.buyer().write(xml);
            invoice.buyer().writeOrder(xml);
            xml.in("ram:ContractReferencedDocument", () -> xml.text("ram:IssuerAssignedID", invoice.contract()));
        });
        xml.in(
                "ram:ApplicableHeaderTradeDelivery",
                () -> xml.in("ram:ShipToTradeParty", () -> invoice.place().write(xml)));
        xml.in("ram:ApplicableHeaderTradeSettlement", () -> settlement(xml, invoice));
    }

    private static void settlement(Xml xml, ElectronicInvoice invoice) {
        invoice.means().writeReferences(xml);
        xml.text("ram:InvoiceCurrencyCode", invoice.totals().total().currency().getCurrencyCode());
        invoice.means().write(xml);
        invoice.vat().forEach(vat -> vat.write(xml));
        xml.period(invoice.period());
        xml.in("ram:SpecifiedTradePaymentTerms", () -> {
            xml.text("ram:Description", invoice.terms());
            if (invoice.dueOn() != null) {
                xml.day("ram:DueDateDateTime", "udt", invoice.dueOn());
            }
            xml.text("ram:DirectDebitMandateID", invoice.means().mandate());
        });
        invoice.totals().write(xml);
        var preceding = invoice.preceding();
        if (preceding != null) {
            xml.in("ram:InvoiceReferencedDocument", () -> {
                xml.text("ram:IssuerAssignedID", preceding.number());
                xml.day("ram:FormattedIssueDateTime", "qdt", preceding.issuedOn());
            });
        }
    }

    private static String text(String resource) {
        try (InputStream file = Objects.requireNonNull(FacturX.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
