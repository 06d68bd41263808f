package fr.ondine.demo.data;

/** What a subscriber of the demonstration has in hand: an invoice and what is printed on it. Absent words are empty. */
public record DemoSubscriber(
        String tenant,
        String name,
        String agreementNumber,
        String formerNumber,
        String claimKey,
        String invoiceNumber,
        String meterSerial,
        String email) {}
