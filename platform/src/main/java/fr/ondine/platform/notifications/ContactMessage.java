package fr.ondine.platform.notifications;

import fr.ondine.platform.kernel.EmailAddress;

/** What a visitor writes to the utility by the contact form; the telephone number may be empty. */
public record ContactMessage(String name, EmailAddress email, String phone, String subject, String message) {

    /** As much as a mailbox and a person take. */
    public static final int LONGEST_MESSAGE = 5_000;

    private static final int LONGEST_LINE = 150;

    public ContactMessage {
        name = line("name", name);
        phone = phone.isBlank() ? "" : line("phone", phone);
        subject = line("subject", subject);
        message = filled("message", message.replaceAll("[\\p{Cntrl}&&[^\\s]]", ""), LONGEST_MESSAGE);
    }

    private static String line(String field, String text) {
        return filled(field, text.replaceAll("[\\s\\p{Cntrl}]+", " "), LONGEST_LINE);
    }

    private static String filled(String field, String text, int longest) {
        if (text.isBlank()) {
            throw new ContactMessageRefused("contact." + field + "-missing", longest);
        }
        if (text.strip().length() > longest) {
            throw new ContactMessageRefused("contact." + field + "-too-long", longest);
        }
        return text.strip();
    }
}
