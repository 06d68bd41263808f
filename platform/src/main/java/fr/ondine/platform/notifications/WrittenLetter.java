package fr.ondine.platform.notifications;

import org.jspecify.annotations.Nullable;

/**
 * A mail in words, once for readers of HTML and once for everybody else.
 *
 * @param unsubscribe where a mailbox refuses such mails for its owner
 */
record WrittenLetter(
        String subject, String html, String plain, @Nullable String unsubscribe) {}
