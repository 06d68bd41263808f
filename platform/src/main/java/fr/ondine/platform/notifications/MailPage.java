package fr.ondine.platform.notifications;

import java.util.List;

/** A page of mails, the newest first, and whether there are older ones. */
public record MailPage(List<ListedMail> rows, boolean hasMore) {

    public MailPage {
        rows = List.copyOf(rows);
    }
}
